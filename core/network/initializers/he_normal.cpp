// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// N(0, 2 / inputs) (He+ 2015, 1502.01852, eq. 10)
extern constinit const InitializerEntry he_normal = {
    .id = "he-normal",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t, Stream& stream) {
          fill_normal(w, std::sqrt(2.0 / static_cast<double>(in)), stream);
        },
};

extern constinit const Docs he_normal_docs = {
    .name = "He normal",
    .summary = "Normally distributed, scaled for ReLU layers, which halve the signal.",
};

}  // namespace fall_line::initializer_entries
