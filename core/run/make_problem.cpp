// SPDX-License-Identifier: MIT
#include "run/make_problem.hpp"

#include "objective/data_problem.hpp"
#include "objective/surface_problem.hpp"
#include "run/check.hpp"

namespace fall_line {
namespace {

Network network_of(const Plan& plan, const Samples& samples) {
  std::vector<std::size_t> units{static_cast<std::size_t>(samples.inputs)};
  units.insert(units.end(), plan.hidden.begin(), plan.hidden.end());
  units.push_back(
      static_cast<std::size_t>(output_units(samples.task, samples.classes, samples.outputs)));
  return {Layout(units), *plan.activation};
}

/// Samples a step draws from a training split.
std::size_t batch_size_of(const Plan& plan, std::size_t training_samples) {
  const int chosen =
      plan.racer.batch_size == race_batch ? plan.problem.batch_size : plan.racer.batch_size;
  return chosen == full_batch || plan.optimizer.entry->full_batch
             ? training_samples
             : static_cast<std::size_t>(chosen);
}

std::unique_ptr<TrainingProblem> make_data_problem(const Plan& plan) {
  Samples samples = plan.own_data ? *plan.own_data : draw(plan.dataset, plan.dataset_seed);
  Stream stream("split", static_cast<std::uint64_t>(plan.dataset_seed));
  const bool by_class = plan.problem.stratify && samples.task == Task::classification;
  Split parts =
      split(samples.count(), plan.problem.test_fraction, stream, by_class ? &samples : nullptr);
  NetworkProblem network(
      samples, parts,
      plan.standardize ? standardization(samples, parts.train) : no_standardization(samples.inputs),
      network_of(plan, samples), *plan.loss, {plan.penalty.l1, plan.penalty.l2});
  const DataProblem::Walk walk{.seed = static_cast<std::uint64_t>(plan.run.seed),
                               .batch_size = batch_size_of(plan, parts.train.size()),
                               .initializer = plan.initializer};
  return std::make_unique<DataProblem>(std::move(samples), std::move(parts), std::move(network),
                                       walk);
}

}  // namespace

std::unique_ptr<TrainingProblem> make_problem(const Plan& plan) {
  if (plan.surface.entry == nullptr) return make_data_problem(plan);
  return std::make_unique<SurfaceProblem>(
      *plan.surface.entry, plan.surface.values,
      SurfaceProblem::Options{.start = {plan.descent.start_x, plan.descent.start_y},
                              .gradient_noise = plan.descent.gradient_noise,
                              .seed = static_cast<std::uint64_t>(plan.run.seed)});
}

}  // namespace fall_line
