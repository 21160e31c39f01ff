// SPDX-License-Identifier: MIT
#include <algorithm>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Schedule-free SGD (Defazio+ 2024, 2405.15682, eqs. 3-5). The parameters are x, the average:
/// y = (1-β) z + β x, z ← z - η ∇(y), x ← (1 - 1/t) x + z / t
struct ScheduleFreeSgd {
  double learning_rate = 1, beta = 0.9;

  struct State {
    Vector z;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("z", z);
      v("steps", steps);
    }
  };

  void gradient_point(const State& state, std::span<const Real> x, std::span<Real> y) const {
    // Before the first step z is x.
    const auto share = static_cast<Real>(state.steps == 0 ? 1 : beta);
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = state.z[i] + share * (x[i] - state.z[i]);
  }

  void update(State& state, std::span<Real> x, std::span<const Real> g,
              const StepContext& step) const {
    Vector& z = state.z;
    if (state.steps++ == 0) std::copy(x.begin(), x.end(), z.begin());
    const auto eta = static_cast<Real>(step.learning_rate);
    const auto take = static_cast<Real>(1 / state.steps);
    for (std::size_t i = 0; i < x.size(); ++i) {
      z[i] -= eta * g[i];
      x[i] += take * (z[i] - x[i]);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<ScheduleFreeSgd>(),
    memory_row(&ScheduleFreeSgd::beta, "beta", "Interpolation", "β",
               "Where the gradient is taken: 0 at the moving point, towards 1 at the average.")};

}  // namespace

constinit const OptimizerEntry optimizer_entries::schedule_free_sgd = optimizer_entry<
    ScheduleFreeSgd, rows>({
    .id = "schedule-free-sgd",
    .name = "Schedule-free SGD",
    .family = family::averaging,
    .summary = "A point that moves at a constant rate and the average of where it has been; the "
               "gradient is taken between the two, so the rate need not fall.",
    .formula =
        R"(y = (1-\beta) z + \beta\theta \qquad z \leftarrow z - \eta\,\nabla L(y) \qquad \theta \leftarrow \left(1-\tfrac1t\right)\theta + \tfrac1t z)",
    .paper = {"The road less scheduled",
              "A. Defazio, X. Yang, H. Mehta, K. Mishchenko, A. Khaled, A. Cutkosky", 2024,
              "https://arxiv.org/abs/2405.15682"},
    .notes = "As the authors' code: the average starts with the first step's point, where equation "
             "5 also counts the start. The parameters are the average; the code's are y while "
             "training. "
             "Their rate is 1.",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .averages = true,
    .keeps_place = true,
});

}  // namespace fall_line
