// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializers/entries.hpp"

namespace fall_line {

/// N(0, 2 / inputs) (He+ 2015, 1502.01852, eq. 10)
constinit const InitializerEntry initializer_entries::he_normal = lean_entry<InitializerEntry>({
    .id = "he-normal",
    .name = "He normal",
    .summary = "Normally distributed, scaled for ReLU layers, which halve the signal.",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t, Stream& stream) {
          fill_normal(w, std::sqrt(2.0 / static_cast<double>(in)), stream);
        },
});

}  // namespace fall_line
