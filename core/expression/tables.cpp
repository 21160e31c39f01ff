// SPDX-License-Identifier: MIT
#include "expression/tables.hpp"

namespace fall_line::expression {

constinit const Tables tables;

}  // namespace fall_line::expression
