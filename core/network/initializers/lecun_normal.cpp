// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// N(0, 1 / inputs) (LeCun+ 1998, Efficient BackProp, eq. 16)
extern constinit const InitializerEntry lecun_normal = {
    .id = "lecun-normal",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t, Stream& stream) {
          fill_normal(w, std::sqrt(1.0 / static_cast<double>(in)), stream);
        },
};

extern constinit const Docs lecun_normal_docs = {
    .name = "LeCun normal",
    .summary =
        "Normally distributed, scaled so that the input of each unit has a variance of about 1.",
};

}  // namespace fall_line::initializer_entries
