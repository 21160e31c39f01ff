// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// N(0, 2 / (inputs + outputs)) (Glorot & Bengio 2010, eq. 12)
extern constinit const InitializerEntry glorot_normal = {
    .id = "glorot-normal",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t out, Stream& stream) {
          fill_normal(w, std::sqrt(2.0 / static_cast<double>(in + out)), stream);
        },
};

extern constinit const Docs glorot_normal_docs = {
    .name = "Glorot normal",
    .summary = "Normally distributed, with the same variance as Glorot uniform.",
};

}  // namespace fall_line::initializer_entries
