// SPDX-License-Identifier: MIT
#include "catalog/text.hpp"
#include "objective/network_problem.hpp"
#include "run/problems/network_plan.hpp"

namespace fall_line {
namespace {

void check_classes(const NetworkPlan& plan, Reader& reader, Task task) {
  const std::string prefix = "problem.network.";
  const double smoothing = with_values<ClassOptions, class_rows>(plan.classes).label_smoothing;
  const bool smooth = smoothing != 0;
  const std::string path = prefix + (smooth ? "labelSmoothing" : "balanceClasses");
  const std::string value = smooth ? text(smoothing) : "true";
  if (task == Task::regression) {
    reader.refuse_text(
        path,
        {Refusal::unfit, std::string("must be ") + (smooth ? "0" : "false") + " for regression"},
        value);
  } else if (smooth && plan.loss != nullptr && !plan.loss->probabilities) {
    reader.refuse_text(path,
                       {Refusal::unfit, "must be 0 for a loss without probabilities, such as " +
                                            std::string(plan.loss->id)},
                       value);
  }
}

void add_criterion(const NetworkPlan& plan, NetworkProblem& problem) {
  const auto [smoothing, balance] = with_values<ClassOptions, class_rows>(plan.classes);
  const Samples& samples = problem.samples();
  std::vector<double> weights(static_cast<std::size_t>(samples.classes), 1.0);
  if (balance) weights = balanced_weights(samples, problem.split().train);
  problem.train_by(std::make_unique<Criterion>(smoothing, std::move(weights)));
}

}  // namespace

NetworkExtras network_extras{check_classes, add_criterion};

}  // namespace fall_line
