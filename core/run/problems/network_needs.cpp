// SPDX-License-Identifier: MIT
#include "catalog/text.hpp"
#include "run/needs.hpp"
#include "run/problems/network_plan.hpp"

/// What a network has for a rule to work with.
namespace fall_line {

std::string NetworkPlan::why_no_squares() const {
  if (!loss->squares) return "such as mean-squared-error";
  return penalty.l1 != 0 ? "which an L1 penalty is not" : "";
}

std::string NetworkPlan::why_no_factors() const {
  if (loss->multiply_by_root == nullptr) {
    std::string fit;
    for (const LossEntry* each : losses())
      if (each->multiply_by_root != nullptr)
        fit += (fit.empty() ? "" : " or ") + std::string(each->id);
    return "a loss that is the logarithm of a probability (" + fit + ")";
  }
  const auto widest = static_cast<double>(shape().widest());
  if (widest <= most_dense_parameters) return "";
  return "layers of at most " + text(most_dense_parameters) + " units, and the widest here has " +
         text(widest);
}

std::string NetworkPlan::lacks(const OptimizerEntry& rule) const {
  if (needs(rule, Need::residuals))
    if (const std::string why = why_no_squares(); !why.empty()) return "a sum of squares, " + why;
  if (needs(rule, Need::factors))
    if (std::string why = why_no_factors(); !why.empty()) return why;
  if (any(stages))
    if (std::string why = network_extras.stages_lack(*this, rule); !why.empty()) return why;
  if (!rule.dense) return "";
  const auto n = static_cast<double>(shape().parameters());
  if (n <= most_dense_parameters) return "";
  return "at most " + text(most_dense_parameters) + " parameters, and this network has " + text(n);
}

}  // namespace fall_line
