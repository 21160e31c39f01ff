// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/row.hpp"

namespace fall_line {

/// Linear warm-up over W steps: min(1, (t+1)/W). It is 1 from update W - 1 on.
constexpr double warm_up(double steps, double t) { return t + 1 < steps ? (t + 1) / steps : 1; }

template <class T>
constexpr Row<T> warm_up_row() {
  return row<T>(&T::warmup_steps,
                {.id = "warmupSteps",
                 .name = "Warm-up length",
                 .symbol = "W",
                 .domain = within(0, 1'000'000'000),
                 .slider = linear(0, 1000),
                 .unit = "steps",
                 .doc = "Raising it makes the learning rate climb to its full value over more "
                        "steps. At 0 it has its full value from the start."});
}

}  // namespace fall_line
