// SPDX-License-Identifier: MIT
#include "run/diagnosis/step_size.hpp"

#include <cmath>

namespace fall_line {

std::optional<StepSize> step_size_of(const Plan& plan) {
  const auto rows = plan.optimizer.entry->hyperparameters;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].role == Role::step_size)
      return StepSize{"optimizer." + std::string(rows[i].id), plan.optimizer.values[i]};
  return std::nullopt;
}

double rounded(double x) {
  if (!(x > 0 && x - x == 0)) return x;
  double up = 1, down = 1;
  while (x * up < 10) up *= 10;
  while (x / down >= 100) down *= 10;
  // Powers of ten are exact up to 1e22, so a quotient or a product of them is nearest.
  return up > 1 ? std::floor(x * up + 0.5) / up : std::floor(x / down + 0.5) * down;
}

}  // namespace fall_line
