// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializers/entries.hpp"

namespace fall_line {

/// U(-l, l), l = √(6 / inputs) (He+ 2015, 1502.01852)
constinit const InitializerEntry initializer_entries::he_uniform = lean_entry<InitializerEntry>({
    .id = "he-uniform",
    .name = "He uniform",
    .summary = "Uniformly distributed, scaled for ReLU layers, which halve the signal.",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t, Stream& stream) {
          fill_uniform(w, std::sqrt(6.0 / static_cast<double>(in)), stream);
        },
});

}  // namespace fall_line
