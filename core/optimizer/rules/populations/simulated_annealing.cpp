// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/special.hpp"
#include "optimizer/rule.hpp"
#include "optimizer/rules/populations/population.hpp"

namespace fall_line {
namespace {

/// Simulated annealing (Kirkpatrick+ 1983): θ' = θ + s N(0, 1) replaces θ when the loss rises by
/// Δ <= 0, else with probability exp(-Δ/T); T ← cooling T. Every 50 moves s grows or shrinks, so
/// that 40 % are accepted. The parameters are the best θ so far.
struct SimulatedAnnealing {
  double cooling = 0.99, move_scale = 0.1;

  struct State {
    Vector current, proposal;
    double moves = 0, accepted = 0;     ///< Accepted: since s last changed.
    double temperature = 0, scale = 1;  ///< s = scale · moveScale
    double loss = 0, best_loss = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("current", current);
      v("moves", moves);
      v("accepted", accepted);
      v("temperature", temperature);
      v("scale", scale);
      v("loss", loss);
      v("bestLoss", best_loss);
    }
  };

  void prepare(State& state) const { state.proposal.assign(state.current.size(), 0); }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    if (state.moves == 0) begin(state, objective, w, step.random);
    step.outcome.loss = state.best_loss;
    scatter(state.current, state.scale * move_scale, step.random, state.proposal);
    const double loss = objective.loss(state.proposal), rise = loss - state.loss;
    const double chance = rise <= 0 ? 1 : special::exp(-rise / state.temperature);
    if (step.random.uniform() < chance) {
      std::copy(state.proposal.begin(), state.proposal.end(), state.current.begin());
      state.loss = loss;
      state.accepted += 1;
      if (loss < state.best_loss) {
        state.best_loss = loss;
        std::copy(state.current.begin(), state.current.end(), w.begin());
      }
    }
    state.temperature *= cooling;
    state.moves += 1;
    if (std::fmod(state.moves, period) == 0) {
      state.scale *= special::exp(state.accepted / period - wanted_share);
      state.accepted = 0;
    }
  }

  void marks(const State&, const State& state, const SeenStep&, Marks& out) const {
    out.number("temperature", state.temperature);
    out.trial("moves", state.proposal, state.proposal == state.current);
    out.point("current", state.current);
  }

 private:
  static constexpr double period = 50, wanted_share = 0.4;
  static constexpr int trials = 50;
  static constexpr double first_share = 0.8;

  /// Sets the first temperature, which would accept 80 of 100 uphill moves like the trial moves
  /// from the start. A trial that leads down counts as a move up from its end.
  void begin(State& state, Objective& objective, std::span<const Real> w, Stream& random) const {
    std::copy(w.begin(), w.end(), state.current.begin());
    state.loss = state.best_loss = objective.loss(w);
    std::vector<double> rises;
    double sum = 0;
    for (int i = 0; i < trials; ++i) {
      scatter(w, move_scale, random, state.proposal);
      const double rise = std::fabs(objective.loss(state.proposal) - state.loss);
      if (!(rise - rise == 0)) continue;
      rises.push_back(rise);
      sum += rise;
    }
    if (!(sum > 0)) return;
    // T = sum / (m ln 1/0.8) would accept too many, as exp is convex; T ← T ln(share) / ln(0.8)
    // goes down from there (Ben-Ameur 2004).
    const auto m = static_cast<double>(rises.size());
    double t = -sum / (m * special::log(first_share));
    for (double share = 1; share > first_share * (1 + 1e-12);) {
      double accepted = 0;
      for (const double rise : rises) accepted += special::exp(-rise / t);
      share = accepted / m;
      t *= special::log(share) / special::log(first_share);
    }
    state.temperature = t;
  }
};

constexpr std::array rows{
    row<SimulatedAnnealing>(&SimulatedAnnealing::cooling,
                            {.id = "cooling",
                             .name = "Cooling factor",
                             .symbol = "α",
                             .domain = {.min = 0, .max = 1, .min_open = true},
                             .slider = linear(0.9, 1),
                             .doc = "Higher values cool more slowly, so it explores for longer. "
                                    "Lower values make it settle earlier."}),
    row<SimulatedAnnealing>(
        &SimulatedAnnealing::move_scale,
        {.id = "moveScale",
         .name = "Initial move size",
         .symbol = "s",
         .domain = above(0),
         .slider = logarithmic(1e-3, 10),
         .doc = "Raising it makes the first random moves longer, and lowering it keeps them near "
                "the start. The size then adapts to the share of accepted moves.",
         .role = Role::step_size})};

constexpr std::array marks{
    MarkDocs{"temperature", MarkKind::number, "Temperature",
             "The higher it is, the more likely a move is accepted that raises the loss."},
    MarkDocs{.name = "moves",
             .kind = MarkKind::trials,
             .label = "Last moves",
             .doc = "Crosses are moves that were refused, and rings are those that were accepted.",
             .steps = 20},
    MarkDocs{
        "current", MarkKind::point, "Present state",
        "The point that the next move starts from. The parameters are the best point so far."}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry simulated_annealing =
    optimizer_entry<SimulatedAnnealing, rows>({
        .id = "simulated-annealing",
        .needs = value_alone,
        .full_batch = true,
        .keeps_place = true,
    });

extern constinit const OptimizerDocs simulated_annealing_docs = {
    .name = "Simulated annealing",
    .family = family::populations,
    .summary =
        "Tries one random move per step: it accepts every improvement, and accepts worse "
        "points with a chance that shrinks over time.",
    .guide = {.idea =
                  "At a high temperature it accepts many uphill moves and can leave local minima. "
                  "As the temperature falls it accepts fewer of them and settles in a low region.",
              .use =
                  "Use it on surfaces with several local minima, or when no gradient is available.",
              .pitfalls = "If it cools too fast, it gets stuck in a nearby minimum. Slower cooling "
                          "explores for longer, but needs more steps."},
    .formula =
        R"(\theta' = \theta + s\,\mathcal N(0,1) \qquad \theta \leftarrow \theta' \text{ with probability } \min(1,\, e^{-\Delta L/T}) \qquad T \leftarrow \alpha\, T)",
    .paper = {"Optimization by simulated annealing", "S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi",
              1983, "https://doi.org/10.1126/science.220.4598.671"},
    .notes =
        "The paper leaves moves and temperatures to the problem, so these are ours. All "
        "parameters move at once. Fifty trial moves from the start set the first temperature. "
        "On average it would accept 80 of 100 uphill moves of their sizes. After every 50 "
        "moves their size is multiplied by exp(accepted share - 0.4). The parameters are the "
        "best point so far, and the current point is part of the state.",
    .cost = "1 loss, and 51 more before the first move",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .marks = marks,
    .code = {.definition = R"py(class SimulatedAnnealing(PopulationRule):
    period, wanted_share = 50, 0.4

    def move(self, theta, loss):
        if self.t == 1:
            self.best = self.current = theta
            self.best_loss = self.current_loss = loss(theta)
            self.temperature = self.first_temperature(loss)
            self.accepted = 0
        proposal = self.neighbor()
        proposed_loss = loss(proposal)
        rise = proposed_loss - self.current_loss
        chance = 1 if rise <= 0 else torch.exp(-rise / self.temperature)
        if self.random.uniform() < chance:
            self.current, self.current_loss = proposal, proposed_loss
            self.accepted += 1
            if proposed_loss < self.best_loss:
                self.best, self.best_loss = proposal, proposed_loss
        self.temperature *= self.cooling
        if self.t % self.period == 0:
            self.move_scale *= math.exp(self.accepted / self.period - self.wanted_share)
            self.accepted = 0
        return self.best

    def neighbor(self):
        return self.current + self.move_scale * self.normals(len(self.current))

    def first_temperature(self, loss):
        """That which accepts 80 of 100 moves as far up as trials (Ben-Ameur 2004)."""
        losses = torch.stack([loss(self.neighbor()) for _ in range(50)])
        rises = (losses - self.current_loss).abs()
        wanted, share = 0.8, 1
        temperature = -rises.mean() / math.log(wanted)
        while share > wanted * (1 + 1e-12):
            share = torch.exp(-rises / temperature).mean()
            temperature *= torch.log(share) / math.log(wanted)
        return temperature
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
