// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"
#include "optimizer/rules/populations/population.hpp"

namespace fall_line {
namespace {

/// Evolution strategy (Salimans+ 2017, 1703.03864, Alg. 1): θ ← θ + η/(nσ) Σ Fᵢ εᵢ over n members
/// θ + σ εᵢ, in pairs ε and -ε. Fᵢ is the member's rank by loss, from ½ for the lowest to -½.
struct EvolutionStrategy {
  double learning_rate = 0.01;
  int population = 50;
  double sigma = 0.05;

  /// Nothing lasts from one generation to the next.
  struct State {
    Vector noise, trial;  ///< Noise: [pair][n]
    std::vector<double> losses, fitness;
    std::vector<std::size_t> order;

    template <class Visitor>
    void visit(Visitor&) {}
  };

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    const std::size_t n = w.size(), pairs = static_cast<std::size_t>(population) / 2;
    state.noise.resize(pairs * n);
    state.trial.resize(n);
    state.losses.resize(2 * pairs);
    for (Real& x : state.noise) x = real(step.random.normal());
    for (std::size_t i = 0; i < 2 * pairs; ++i) {
      const auto epsilon = member(state.noise, i / 2, n);
      const Real s = real(i % 2 == 0 ? sigma : -sigma);
      for (std::size_t k = 0; k < n; ++k) state.trial[k] = w[k] + s * epsilon[k];
      state.losses[i] = objective.loss(state.trial);
    }
    shape(state);
    step.outcome.loss = state.losses[state.order[0]];
    const double factor = step.learning_rate / (static_cast<double>(2 * pairs) * sigma);
    for (std::size_t i = 0; i < pairs; ++i) {
      const auto epsilon = member(state.noise, i, n);
      const double better = state.fitness[2 * i] - state.fitness[2 * i + 1];
      // Beside a tiny spread the factor is infinite, and no difference is still no step.
      const Real share = real(better == 0 ? 0 : factor * better);
      for (std::size_t k = 0; k < n; ++k) w[k] += share * epsilon[k];
    }
  }

  void marks(const State&, const State&, const SeenStep& seen, Marks& out) const {
    out.members("members", seen);
  }

 private:
  /// Equal losses share the mean of their ranks, so where all are equal no step is taken.
  static void shape(State& state) {
    rank(state.losses, state.order);
    const auto& order = state.order;
    const std::size_t count = order.size();
    state.fitness.resize(count);
    for (std::size_t first = 0, next; first < count; first = next) {
      next = first + 1;
      while (next < count && state.losses[order[next]] == state.losses[order[first]]) ++next;
      const double mean_rank = 0.5 * static_cast<double>(first + next - 1);
      for (std::size_t i = first; i < next; ++i)
        state.fitness[order[i]] = 0.5 - mean_rank / static_cast<double>(count - 1);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<EvolutionStrategy>(),
    members_row(&EvolutionStrategy::population, "population", "Population", 2,
                "Raising it makes the gradient estimate less noisy, but each member costs one loss "
                "evaluation. Members come in pairs, so an odd number counts as one less."),
    row<EvolutionStrategy>(&EvolutionStrategy::sigma,
                           {.id = "sigma",
                            .name = "Sampling spread",
                            .symbol = "σ",
                            .domain = above(0),
                            .slider = logarithmic(1e-4, 1),
                            .doc = "Raising it samples further away, which smooths small bumps of "
                                   "the loss. Lower values follow the local slope more closely."})};

constexpr std::array marks{
    MarkDocs{"members", MarkKind::members, "Population",
             "The points around the start of the last step that it compared. They lie in pairs on "
             "opposite sides."}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry evolution_strategy =
    optimizer_entry<EvolutionStrategy, rows>({
        .id = "evolution-strategy",
        .needs = value_alone,
        .vectors = [](const Values& values) { return 0.5 * values[1]; },
    });

extern constinit const OptimizerDocs evolution_strategy_docs = {
    .name = "Evolution strategy",
    .family = family::populations,
    .summary =
        "Estimates the gradient from the losses of random points around the current "
        "weights, then steps along that estimate.",
    .guide = {.idea = "If points on one side have lower losses than points on the other, moving to "
                      "that side lowers the average loss. Using ranks instead of losses limits the "
                      "influence of outliers.",
              .use = "Use it when the loss can be evaluated but has no useful gradient. Comparing "
                     "it with SGD by samples shows how much a gradient is worth.",
              .pitfalls = "The estimate is noisy, and more parameters need more members. Raise the "
                          "population or lower the learning rate if the path wanders."},
    .formula =
        R"(\theta \leftarrow \theta + \frac{\eta}{n\sigma} \sum_i F_i\, \varepsilon_i \qquad \varepsilon_i \sim \mathcal N(0,1) \qquad F_i \text{ from the rank of } L(\theta+\sigma\varepsilon_i))",
    .paper = {"Evolution strategies as a scalable alternative to reinforcement learning",
              "T. Salimans, J. Ho, X. Chen, S. Sidor, I. Sutskever", 2017,
              "https://arxiv.org/abs/1703.03864"},
    .notes =
        "The paper's Algorithm 1 with antithetic pairs and rank shaping, as plain gradient "
        "descent. The authors' code passes the estimate to Adam and decays the weights. Ranks "
        "run from ½ to -½. Equal losses share the mean of their ranks, where the authors' "
        "code breaks ties arbitrarily. All members see the same mini-batch. The parameters "
        "are the mean. Its own loss is not computed, so a report gives the best member's.",
    .cost = "1 loss a member",
    .memory = "0, and n/2 a member during a step",
    .checked_against = "NumPy transcription",
    .marks = marks,
    .code = {.definition = R"py(class EvolutionStrategy(PopulationRule):
    def move(self, theta, loss):
        lr = self.param_groups[0]["lr"]
        noise = self.normals(self.population // 2, len(theta))
        epsilon = torch.cat([noise, -noise])
        losses = torch.stack([loss(theta + self.sigma * e) for e in epsilon])
        # Fitness by rank, from 1/2 to -1/2. Equal losses share the mean of their ranks.
        worse = (losses > losses[:, None]).sum(1)
        better = (losses < losses[:, None]).sum(1)
        F = (worse - better) / (2 * (len(losses) - 1))
        return theta + lr / (len(losses) * self.sigma) * F @ epsilon
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
