// SPDX-License-Identifier: MIT
#include "run/stability.hpp"

namespace fall_line {

std::optional<double> stability_limit(const Plan& plan) {
  const auto limit = plan.optimizer.entry->stability_limit;
  if (limit == nullptr || !plan.wrappers.empty() || plan.racer.clip_norm > 0) return std::nullopt;
  return limit(plan.optimizer.values);
}

}  // namespace fall_line
