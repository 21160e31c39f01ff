// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/row.hpp"

namespace fall_line {

/// Linear warm-up over W steps: min(1, (t+1)/W), which update W - 1 is the first to leave alone.
constexpr double warm_up(double steps, double t) { return t + 1 < steps ? (t + 1) / steps : 1; }

template <class T>
constexpr Row<T> warm_up_row() {
  return row<T>(&T::warmup_steps, {.id = "warmupSteps",
                                   .name = "Warm-up",
                                   .symbol = "W",
                                   .domain = within(0, 1'000'000'000),
                                   .slider = linear(0, 1000),
                                   .unit = "steps",
                                   .doc = "Over how many steps the rate rises to its value, in "
                                          "equal steps from nearly 0; 0 is no warm-up."});
}

}  // namespace fall_line
