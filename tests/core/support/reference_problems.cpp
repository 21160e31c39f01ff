// SPDX-License-Identifier: MIT
#include "support/reference_problems.hpp"

#include <numeric>
#include <utility>

#include "catalog/find.hpp"
#include "objective/surface_problem.hpp"

namespace fall_line::reference {
namespace {

/// The training loss of a problem over all that it has.
class WholeProblem final : public Objective {
 public:
  explicit WholeProblem(std::unique_ptr<TrainingProblem> problem) : problem_(std::move(problem)) {
    problem_->next_batch();
  }

  std::size_t size() const override { return problem_->parameters(); }
  std::span<const ParameterBlock> blocks() const override { return problem_->blocks(); }
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    return problem_->full_gradient(w, g);
  }
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override {
    problem_->full_hessian_product(w, v, out);
  }
  std::size_t residual_count() const override { return problem_->residual_count(); }
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override {
    return problem_->residuals(w, r, jacobian);
  }
  void kronecker_factors(std::span<const Real> w, Stream& random,
                         std::span<Real> factors) override {
    problem_->kronecker_factors(w, random, factors);
  }

 private:
  std::unique_ptr<TrainingProblem> problem_;
};

}  // namespace

Samples samples_of(const NetworkData& data) {
  const bool regression = data.loss == "mean-squared-error";
  const auto outputs = static_cast<int>(data.units.back());
  const int classes = outputs == 1 ? 2 : outputs;
  return {.task = regression ? Task::regression : Task::classification,
          .shape = static_cast<int>(data.units.front()),
          .outputs = regression ? outputs : 1,
          .classes = regression ? 0 : classes,
          .x = data.inputs,
          .y = data.targets};
}

NetworkProblem problem_of(const NetworkData& data) {
  const Samples samples = samples_of(data);
  Split split{.train = std::vector<std::uint32_t>(samples.count()), .test = {}};
  std::iota(split.train.begin(), split.train.end(), 0U);
  Network network(dense_network({data.units.begin(), data.units.end()}),
                  *find(activations(), data.activation));
  return {samples,
          split,
          no_standardization(samples.inputs()),
          std::move(network),
          *find(losses(), data.loss),
          {}};
}

std::unique_ptr<Objective> problem(const std::string& name) {
  if (const SurfaceEntry* surface = find(surfaces(), name)) {
    const SurfaceProblem::Options plain{.start = {}, .gradient_noise = 0, .seed = 1};
    return std::make_unique<WholeProblem>(
        std::make_unique<SurfaceProblem>(*surface, defaults_of(surface->hyperparameters), plain));
  }
  static const std::vector<NetworkData> all = networks();
  for (const NetworkData& data : all)
    if (data.name == name)
      return std::make_unique<WholeProblem>(std::make_unique<NetworkProblem>(problem_of(data)));
  return nullptr;
}

}  // namespace fall_line::reference
