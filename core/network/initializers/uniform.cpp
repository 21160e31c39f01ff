// SPDX-License-Identifier: MIT
#include "network/initializer.hpp"

namespace fall_line::initializer_entries {

/// U(-1/2, 1/2)
extern constinit const InitializerEntry uniform = {
    .id = "uniform",
    .fill = [](std::span<Real> w, std::size_t, std::size_t,
               Stream& stream) { fill_uniform(w, 0.5, stream); },
};

extern constinit const Docs uniform_docs = {
    .name = "Uniform ±0.5",
    .summary =
        "Uniformly distributed between -0.5 and 0.5 in every layer, as in TensorFlow Playground.",
};

}  // namespace fall_line::initializer_entries
