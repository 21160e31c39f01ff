// SPDX-License-Identifier: MIT
#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Gradient descent (Cauchy 1847), stochastic on mini-batches (Robbins & Monro 1951):
/// θ ← θ - η g. The batch size makes it batch, mini-batch, or stochastic descent.
struct Sgd {
  double learning_rate = 0.3;

  using State = NoState;

  void update(State&, std::span<Real> w, std::span<const Real> g, const StepContext& step) const {
    const auto eta = static_cast<Real>(step.learning_rate);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] -= eta * g[i];
  }
};

constexpr std::array rows{learning_rate_row<Sgd>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::sgd = optimizer_entry<Sgd, rows>({
    .id = "sgd",
    .name = "SGD",
    .family = family::descent,
    .summary = "One step straight down the gradient of the mini-batch. With the whole data set as "
               "its batch it is batch gradient descent, with one sample stochastic descent.",
    .formula = R"(\theta \leftarrow \theta - \eta\, g)",
    .paper = {"A stochastic approximation method", "H. Robbins, S. Monro", 1951,
              "https://doi.org/10.1214/aoms/1177729586"},
    .notes = "The same everywhere.",
    .memory = "0",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
