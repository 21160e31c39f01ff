// SPDX-License-Identifier: MIT
#include <limits>

#include "optimizer/rule.hpp"
#include "optimizer/rules/populations/population.hpp"

namespace fall_line {
namespace {

/// Particle swarm (Kennedy & Eberhart 1995) in the constriction form (Clerc & Kennedy 2002):
/// v ← χ v + c₁ r₁ (p - x) + c₂ r₂ (g - x), x ← x + v, p where this particle and g where any
/// particle found its lowest loss, r₁ and r₂ uniform in [0, 1) and drawn for each coordinate.
struct ParticleSwarm {
  int particles = 30;
  double inertia = 0.7298, cognitive = 1.496, social = 1.496;

  struct State {
    Vector positions, velocities, bests;  ///< [particle][n]
    std::vector<double> best_losses;
    double generation = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("positions", positions);
      v("velocities", velocities);
      v("bests", bests);
      v("bestLosses", best_losses);
      v("generation", generation);
    }
  };

  void prepare(State& state) const {
    const auto count = static_cast<std::size_t>(particles);
    for (Vector* v : {&state.positions, &state.velocities, &state.bests})
      v->assign(v->size() * count, 0);
    state.best_losses.assign(count, std::numeric_limits<double>::infinity());
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    const std::size_t n = w.size(), count = state.best_losses.size();
    const bool first = state.generation == 0;
    if (first) {
      std::copy(w.begin(), w.end(), state.positions.begin());
      for (std::size_t i = 1; i < count; ++i)
        scatter(w, spread, step.random, member(state.positions, i, n));
    }
    const double known = state.best_losses[leader(state)];
    for (std::size_t i = 0; i < count; ++i) {
      const auto x = member(state.positions, i, n);
      const double loss = objective.loss(x);
      if (!(loss < state.best_losses[i])) continue;
      state.best_losses[i] = loss;
      std::copy(x.begin(), x.end(), member(state.bests, i, n).begin());
    }
    // The first particle began at the parameters.
    step.outcome.loss = first ? state.best_losses[0] : known;
    const auto g = member(state.bests, leader(state), n);
    fly(state, g, step.random);
    std::copy(g.begin(), g.end(), w.begin());
    state.generation += 1;
  }

  void marks(const State&, const State& state, const SeenStep&, Marks& out) const {
    out.members("positions", state.positions);
  }

 private:
  /// The standard deviation of the first particles around the start.
  static constexpr double spread = 1;

  static std::size_t leader(const State& state) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < state.best_losses.size(); ++i)
      if (state.best_losses[i] < state.best_losses[best]) best = i;
    return best;
  }

  void fly(State& state, std::span<const Real> g, Stream& random) const {
    const std::size_t n = g.size();
    for (std::size_t i = 0; i < state.best_losses.size(); ++i) {
      const auto x = member(state.positions, i, n), v = member(state.velocities, i, n);
      const auto p = member(state.bests, i, n);
      for (std::size_t k = 0; k < n; ++k) {
        const double to_own = cognitive * random.uniform() * (p[k] - x[k]);
        const double to_all = social * random.uniform() * (g[k] - x[k]);
        v[k] = real(inertia * v[k] + to_own + to_all);
        x[k] += v[k];
      }
    }
  }
};

constexpr Row<ParticleSwarm> pull_row(double ParticleSwarm::*field, std::string_view id,
                                      std::string_view name, std::string_view symbol,
                                      std::string_view doc) {
  return row<ParticleSwarm>(field, {.id = id,
                                    .name = name,
                                    .symbol = symbol,
                                    .domain = at_least(0),
                                    .slider = linear(0, 4),
                                    .doc = doc});
}

constexpr std::array rows{
    after_restart(members_row(
        &ParticleSwarm::particles, "particles", "Particles", 1,
        "Raising it explores more broadly, but each particle costs one loss evaluation per "
        "step.")),
    row<ParticleSwarm>(&ParticleSwarm::inertia,
                       {.id = "inertia",
                        .name = "Inertia",
                        .symbol = "χ",
                        .domain = at_least(0),
                        .slider = linear(0, 1),
                        .doc = "Higher values keep the particles moving for longer, so they "
                               "explore more. Lower values let them settle sooner."}),
    pull_row(&ParticleSwarm::cognitive, "cognitive", "Attraction to own best", "c₁",
             "Raising it pulls each particle harder towards the best point it has found itself. "
             "Lower values weaken that pull."),
    pull_row(&ParticleSwarm::social, "social", "Attraction to swarm best", "c₂",
             "Raising it pulls all particles harder towards the best point any of them has found. "
             "Lower values weaken that pull.")};

constexpr std::array marks{MarkDocs{
    "positions", MarkKind::members, "Swarm",
    "The particles at the end of the last step. The parameters are the best place that any "
    "of them has seen."}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry particle_swarm = optimizer_entry<ParticleSwarm, rows>({
    .id = "particle-swarm",
    .needs = value_alone,
    .full_batch = true,
    .keeps_place = true,
    .vectors = [](const Values& values) { return 3 * values[0]; },
});

extern constinit const OptimizerDocs particle_swarm_docs = {
    .name = "Particle swarm",
    .family = family::populations,
    .summary =
        "Moves a swarm of points, each attracted to the best position it has found and to "
        "the best position any has found.",
    .guide =
        {.idea = "Every point remembers where it found its lowest loss and knows the lowest of the "
                 "whole swarm. Inertia carries it past these places, so it explores around them.",
         .use = "Use it on surfaces with few parameters and several minima, or when no gradient is "
                "available.",
         .pitfalls = "If all particles gather around one minimum early, the swarm stops exploring. "
                     "More particles or a higher inertia delay this."},
    .formula =
        R"(v \leftarrow \chi v + c_1 r_1 (p - \theta) + c_2 r_2 (g - \theta) \qquad \theta \leftarrow \theta + v)",
    .paper = {"The particle swarm: explosion, stability, and convergence in a multidimensional "
              "complex space",
              "M. Clerc, J. Kennedy", 2002, "https://doi.org/10.1109/4235.985692"},
    .notes =
        "Particle swarms go back to Kennedy and Eberhart (1995). The defaults are Clerc's "
        "constriction in its usual rounding: a factor of 0.7298 on attractions that sum to 4.1. "
        "Some write the factor in front of the whole sum. All particles see the same best point, "
        "which is updated once per step. There is no box to fill, so the first particle begins at "
        "the start. The others are scattered around it with a standard deviation of 1, and all "
        "begin at rest. The parameters are the best point found. It runs on the full batch: on "
        "mini-batches the swarm would be drawn to a point where one easy batch gave a low loss.",
    .cost = "1 loss a particle",
    .memory = "3mn for m particles",
    .checked_against = "NumPy transcription",
    .marks = marks,
    .code = {.definition = R"py(class ParticleSwarm(PopulationRule):
    def move(self, theta, loss):
        n = len(theta)
        if self.t == 1:
            # The first particle begins at the start, the others around it.
            around = theta + self.normals(self.particles - 1, n)
            self.x = torch.cat([theta[None], around])
            self.v = torch.zeros_like(self.x)
            self.p = self.x.clone()
            self.lowest = torch.full((self.particles,), math.inf)
        losses = torch.stack([loss(x) for x in self.x])
        better = losses < self.lowest
        self.p[better], self.lowest[better] = self.x[better], losses[better]
        g = self.p[self.lowest.argmin()].clone()
        r1, r2 = self.uniforms(self.particles, n, 2).unbind(2)
        to_own = self.cognitive * r1 * (self.p - self.x)
        to_all = self.social * r2 * (g - self.x)
        self.v = self.inertia * self.v + to_own + to_all
        self.x = self.x + self.v
        return g
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
