// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "data/samples.hpp"

namespace fall_line {

/// Groups the samples listed by class and place: in the plane a cell of an 8 x 8 grid over the
/// range of its inputs, on a line a stretch of 8; where there are more inputs, by class alone.
/// Gives the group of each, numbered from 0 in the order they appear.
std::vector<std::uint32_t> class_cells(const Samples& samples,
                                       const std::vector<std::uint32_t>& listed);

}  // namespace fall_line
