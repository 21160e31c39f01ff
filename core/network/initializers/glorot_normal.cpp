// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializers/entries.hpp"

namespace fall_line {

/// N(0, 2 / (inputs + outputs)) (Glorot & Bengio 2010, eq. 12)
constinit const InitializerEntry initializer_entries::glorot_normal = lean_entry<InitializerEntry>({
    .id = "glorot-normal",
    .name = "Glorot normal",
    .summary = "Normally distributed, with the same variance as Glorot uniform.",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t out, Stream& stream) {
          fill_normal(w, std::sqrt(2.0 / static_cast<double>(in + out)), stream);
        },
});

}  // namespace fall_line
