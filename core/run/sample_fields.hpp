// SPDX-License-Identifier: MIT
#pragma once

#include "data/sample_shape.hpp"
#include "run/fields.hpp"

namespace fall_line {

template <>
inline constexpr auto fields<SampleShape> =
    std::tuple{Field{"channels", &SampleShape::channels}, Field{"height", &SampleShape::height},
               Field{"width", &SampleShape::width}};
static_assert(complete<SampleShape>());

}  // namespace fall_line
