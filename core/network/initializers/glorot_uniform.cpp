// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializers/entries.hpp"

namespace fall_line {

/// U(-l, l), l = √(6 / (inputs + outputs)) (Glorot & Bengio 2010, eq. 16)
constinit const InitializerEntry initializer_entries::glorot_uniform =
    lean_entry<InitializerEntry>({
        .id = "glorot-uniform",
        .name = "Glorot uniform",
        .summary = "Uniformly distributed, scaled so that signals and gradients keep their size "
                   "through tanh layers.",
        .fill =
            [](std::span<Real> w, std::size_t in, std::size_t out, Stream& stream) {
              fill_uniform(w, std::sqrt(6.0 / static_cast<double>(in + out)), stream);
            },
    });

}  // namespace fall_line
