// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// U(-l, l), l = √(6 / inputs) (He+ 2015, 1502.01852)
extern constinit const InitializerEntry he_uniform = {
    .id = "he-uniform",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t, Stream& stream) {
          fill_uniform(w, std::sqrt(6.0 / static_cast<double>(in)), stream);
        },
};

extern constinit const Docs he_uniform_docs = {
    .name = "He uniform",
    .summary = "Uniformly distributed, scaled for ReLU layers, which halve the signal.",
};

}  // namespace fall_line::initializer_entries
