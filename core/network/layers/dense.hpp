// SPDX-License-Identifier: MIT
#pragma once

#include "network/layer.hpp"

namespace fall_line {

/// A layer with a weight for each pair of an output and an input, [output][input].
LayerShape dense_layer(std::uint64_t inputs, std::uint64_t outputs);

}  // namespace fall_line
