// SPDX-License-Identifier: MIT
#include <limits>

#include "optimizer/rules/entries.hpp"
#include "optimizer/rules/population.hpp"

namespace fall_line {
namespace {

/// Particle swarm (Kennedy & Eberhart 1995) in the constriction form (Clerc & Kennedy 2002):
/// v ← χ v + c₁ r₁ (p - x) + c₂ r₂ (g - x), x ← x + v, with p where this particle and g where any
/// has found the lowest loss, r₁, r₂ uniform in [0, 1), anew for each coordinate.
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
        v[k] = static_cast<Real>(inertia * v[k] + to_own + to_all);
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
    members_row(&ParticleSwarm::particles, "particles", "Particles", 1,
                "Members of the swarm, each of which costs one evaluation a step. Takes effect at "
                "a restart."),
    row<ParticleSwarm>(&ParticleSwarm::inertia,
                       {.id = "inertia",
                        .name = "Inertia",
                        .symbol = "χ",
                        .domain = at_least(0),
                        .slider = linear(0, 1),
                        .doc = "The share of its velocity that a particle keeps."}),
    pull_row(&ParticleSwarm::cognitive, "cognitive", "Pull of its own best", "c₁",
             "How strongly each particle is drawn back to the best point it has found."),
    pull_row(&ParticleSwarm::social, "social", "Pull of the best", "c₂",
             "How strongly all are drawn to the best point that any has found.")};

}  // namespace

constinit const OptimizerEntry optimizer_entries::particle_swarm = optimizer_entry<ParticleSwarm,
                                                                                   rows>({
    .id = "particle-swarm",
    .name = "Particle swarm",
    .family = family::populations,
    .summary = "Points fly about, each drawn to the best place it has seen itself and to the "
               "best that any has seen.",
    .formula =
        R"(v \leftarrow \chi v + c_1 r_1 (p - \theta) + c_2 r_2 (g - \theta) \qquad \theta \leftarrow \theta + v)",
    .paper = {"The particle swarm: explosion, stability, and convergence in a multidimensional "
              "complex space",
              "M. Clerc, J. Kennedy", 2002, "https://doi.org/10.1109/4235.985692"},
    .notes =
        "Swarms are Kennedy and Eberhart's (1995). Inertia and pulls are Clerc's "
        "constriction 0.7298 of pulls that sum to 4.1, as its usual rounding has them; "
        "some write the factor before the whole sum. All see the best of all, updated once "
        "a step. Without a box to fill, the first particle stands at the start, at rest, "
        "and the others around it at a standard deviation of 1. The parameters are the "
        "best point found. Full batch: on mini-batches all would for ever fly towards where one "
        "easy batch was met.",
    .cost = "1 loss a particle",
    .memory = "3mn for m particles",
    .checked_against = "NumPy transcription",
    .needs = value_alone,
    .full_batch = true,
    .keeps_place = true,
    .vectors = [](const Values& values) { return 3 * values[0]; },
});

}  // namespace fall_line
