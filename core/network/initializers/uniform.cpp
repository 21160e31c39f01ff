// SPDX-License-Identifier: MIT
#include "network/initializers/entries.hpp"

namespace fall_line {

/// U(-1/2, 1/2)
constinit const InitializerEntry initializer_entries::uniform = lean_entry<InitializerEntry>({
    .id = "uniform",
    .name = "Uniform ±0.5",
    .summary =
        "Uniformly distributed between -0.5 and 0.5 in every layer, as in TensorFlow Playground.",
    .fill = [](std::span<Real> w, std::size_t, std::size_t,
               Stream& stream) { fill_uniform(w, 0.5, stream); },
});

}  // namespace fall_line
