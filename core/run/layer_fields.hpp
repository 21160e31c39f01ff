// SPDX-License-Identifier: MIT
#pragma once

#include "network/layout.hpp"
#include "run/fields.hpp"

namespace fall_line {

template <>
inline constexpr auto fields<LayerParameters> = std::tuple{
    Field{"units", &LayerParameters::units},     Field{"rows", &LayerParameters::rows},
    Field{"columns", &LayerParameters::columns}, Field{"fanOut", &LayerParameters::fan_out},
    Field{"weights", &LayerParameters::weights}, Field{"biases", &LayerParameters::biases},
    Field{"gains", &LayerParameters::gains},     Field{"shifts", &LayerParameters::shifts}};
static_assert(complete<LayerParameters>());

}  // namespace fall_line
