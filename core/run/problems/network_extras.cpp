// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catalog/text.hpp"
#include "objective/network_problem.hpp"
#include "run/needs.hpp"
#include "run/option_rows.hpp"
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

StageOptions stages_of(const NetworkPlan& plan) {
  return with_values<StageOptions, stage_rows>(plan.stages);
}

void check_stages(const NetworkPlan& plan, Reader& reader) {
  std::string given;
  const auto named = stages_of(plan).activations.numbers;
  if (named.size() <= plan.hidden.size()) return;
  for (const double place : named) {
    const auto* activation = activations()[static_cast<std::size_t>(place) - 1];
    given += (given.empty() ? "" : ", ") + std::string(activation->id);
  }
  reader.refuse_text("problem.network.layerActivations",
                     {Refusal::unfit,
                      "must name at most one activation for each hidden layer, and "
                      "there are " +
                          text(static_cast<double>(plan.hidden.size()))},
                     quoted(given));
}

Network make_network(const NetworkPlan& plan, const NetworkShape& shape,
                     std::size_t training_samples, std::uint64_t seed) {
  const StageOptions options = stages_of(plan);
  StageChoice choice{.activations{plan.hidden.size(), plan.activation},
                     .normalization = plan.normalization(),
                     .dropout = options.dropout,
                     .seed = seed};
  for (std::size_t l = 0; l < options.activations.numbers.size(); ++l)
    choice.activations[l] =
        activations()[static_cast<std::size_t>(options.activations.numbers[l]) - 1];
  return Network(shape, make_stages(shape, std::move(choice), training_samples));
}

std::string stages_lack(const NetworkPlan& plan, const OptimizerEntry& rule) {
  const Normalization normalization = plan.normalization();
  if (needs(rule, Need::factors) && normalization != Normalization::none)
    return "layers without normalization, since its gains have no Kronecker factors";
  const bool by_sample = needs(rule, Need::residuals) || needs(rule, Need::samples);
  if (by_sample && normalization == Normalization::batch)
    return "the gradient of each sample alone, which batch normalization mixes with the others";
  if (stages_of(plan).dropout == 0) return "";
  return rule.full_batch || needs(rule, Need::samples)
             ? "the same network at every step, which dropout changes"
             : "";
}

double stage_numbers(const NetworkPlan& plan, double hidden_units) {
  // x-hat and deltas, the same along a direction; masks and what they leave.
  return hidden_units * ((plan.normalization() == Normalization::none ? 0 : 4) +
                         (stages_of(plan).dropout == 0 ? 0 : 2));
}

}  // namespace

TextForm::Reading read_activations(std::string_view names, std::span<const double>) {
  TextForm::Reading reading;
  const std::string_view between = ", ";
  while (true) {
    const std::size_t start = names.find_first_not_of(between);
    if (start == names.npos) return reading;
    names.remove_prefix(start);
    const std::string_view id = names.substr(0, names.find_first_of(between));
    names.remove_prefix(id.size());
    const auto all = activations();
    const auto at =
        std::find_if(all.begin(), all.end(), [&](auto* each) { return each->id == id; });
    if (at == all.end())
      return {"must be names of activations (" + known_ids(all) + "), and " + quoted(id) +
              " is none of them"};
    reading.numbers.push_back(static_cast<double>(at - all.begin()) + 1);
  }
}

NetworkExtras network_extras{check_classes, add_criterion, check_stages,
                             make_network,  stages_lack,   stage_numbers};

}  // namespace fall_line
