// SPDX-License-Identifier: MIT
#include "network/initializers/entries.hpp"

namespace fall_line {

/// 0
constinit const InitializerEntry initializer_entries::zeros = lean_entry<InitializerEntry>({
    .id = "zeros",
    .name = "Zeros",
    .summary = "All weights zero. The units of a layer stay identical forever, so the network "
               "hardly learns.",
    .fill =
        [](std::span<Real> w, std::size_t, std::size_t, Stream&) {
          for (Real& x : w) x = 0;
        },
});

}  // namespace fall_line
