// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// U(-l, l), l = √(6 / (inputs + outputs)) (Glorot & Bengio 2010, eq. 16)
extern constinit const InitializerEntry glorot_uniform = {
    .id = "glorot-uniform",
    .fill =
        [](std::span<Real> w, std::size_t in, std::size_t out, Stream& stream) {
          fill_uniform(w, std::sqrt(6.0 / static_cast<double>(in + out)), stream);
        },
};

extern constinit const Docs glorot_uniform_docs = {
    .name = "Glorot uniform",
    .summary =
        "Uniformly distributed, scaled so that signals and gradients keep their size "
        "through tanh layers.",
};

}  // namespace fall_line::initializer_entries
