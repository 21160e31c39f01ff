// SPDX-License-Identifier: MIT
#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// 0
extern constinit const InitializerEntry zeros = {
    .id = "zeros",
    .fill =
        [](std::span<Real> w, std::size_t, std::size_t, Stream&) {
          for (Real& x : w) x = 0;
        },
};

extern constinit const Docs zeros_docs = {
    .name = "Zeros",
    .summary =
        "All weights zero. The units of a layer stay identical forever, so the network "
        "hardly learns.",
};

}  // namespace fall_line::initializer_entries
