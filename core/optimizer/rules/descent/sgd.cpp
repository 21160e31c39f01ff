// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Gradient descent (Cauchy 1847), stochastic on mini-batches (Robbins & Monro 1951):
/// θ ← θ - η g. The batch size decides whether it is batch, mini-batch or stochastic descent.
struct Sgd {
  double learning_rate = 0.3;

  using State = NoState;

  void update(State&, std::span<Real> w, std::span<const Real> g, const StepContext& step) const {
    const Real eta = real(step.learning_rate);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] -= eta * g[i];
  }
};

constexpr std::array rows{learning_rate_row<Sgd>()};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry sgd =
    optimizer_entry<Sgd, rows>({.id = "sgd", .stability_limit = [](const Values&) { return 2.0; }});

extern constinit const OptimizerDocs sgd_docs = {
    .name = "SGD",
    .family = family::descent,
    .summary = "Moves every parameter a small step against the gradient of the current mini-batch.",
    .guide = {.idea = "The gradient points in the direction in which the loss rises fastest, so a "
                      "small step the other way lowers it. A mini-batch estimates that gradient at "
                      "a fraction of the cost of the whole data set.",
              .use = "Use it as the baseline for every other optimizer. With the whole data set as "
                     "one batch it is batch gradient descent, and with one sample it is stochastic "
                     "gradient descent.",
              .pitfalls = "One rate serves all directions, so in a narrow valley the path zigzags "
                          "across and creeps along. Momentum or an adaptive method helps, and a "
                          "falling rate reduces the noise of mini-batches."},
    .formula = R"(\theta \leftarrow \theta - \eta\, g)",
    .paper = {"A stochastic approximation method", "H. Robbins, S. Monro", 1951,
              "https://doi.org/10.1214/aoms/1177729586"},
    .notes = "Every library has the same update.",
    .memory = "0",
    .checked_against = "PyTorch 1.13",
    .elementwise = true,
    .code = {.pytorch = {.call = "torch.optim.SGD(lr={learningRate})"},
             .keras = {.call = "keras.optimizers.SGD(learning_rate={learningRate})"}},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
