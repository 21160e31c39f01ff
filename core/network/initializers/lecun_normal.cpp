// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializers/entries.hpp"

namespace fall_line {

/// N(0, 1 / inputs) (LeCun+ 1998, Efficient BackProp, eq. 16)
constinit const InitializerEntry initializer_entries::lecun_normal = lean_entry<InitializerEntry>({
    .id = "lecun-normal",
    .name = "LeCun normal",
    .summary =
        "Normally distributed, scaled so that the input of each unit has a variance of about 1.",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t, Stream& stream) {
          fill_normal(w, std::sqrt(1.0 / static_cast<double>(in)), stream);
        },
});

}  // namespace fall_line
