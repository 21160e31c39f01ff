// SPDX-License-Identifier: MIT
#pragma once

#include "optimizer/mark.hpp"
#include "run/fields.hpp"

namespace fall_line {

template <>
inline constexpr auto fields<Mark> = std::tuple{
    Field{"name", &Mark::name},   Field{"points", &Mark::points}, Field{"values", &Mark::values},
    Field{"taken", &Mark::taken}, Field{"matrix", &Mark::matrix}, Field{"axes", &Mark::axes}};
static_assert(complete<Mark>());

}  // namespace fall_line
