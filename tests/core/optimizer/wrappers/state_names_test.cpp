// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "optimizer/rule.hpp"
#include "support/wrappers.hpp"

/// A wrapper's state is named after the wrapper, so no rule has to avoid a name.
namespace fall_line {
namespace {

TEST(StateNames, OfAWrapperBeginWithItsId) {
  std::size_t named = 0;
  for (const WrapperEntry* entry : wrappers()) {
    // Gradient descent has no state of its own.
    const auto optimizer = wrap(entry->id, {}, unwrapped("sgd"));
    const StateCopy state = state_of(*optimizer);
    const std::string prefix = std::string(entry->id) + ".";
    for (const auto& [name, value] : state.vectors) EXPECT_TRUE(name.starts_with(prefix)) << name;
    for (const auto& [name, value] : state.counters) EXPECT_TRUE(name.starts_with(prefix)) << name;
    named += state.vectors.size() + state.counters.size();
  }
  EXPECT_GT(named, 0u);
}

/// Gradient descent with lookahead's names: the sum of gradients as `slow`, and a counter `steps`.
struct SameNames {
  double learning_rate = 1;

  struct State {
    Vector slow;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("slow", slow);
      v("steps", steps);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.steps += 2;
    for (std::size_t i = 0; i < w.size(); ++i) {
      state.slow[i] += g[i];
      w[i] -= real(step.learning_rate) * g[i];
    }
  }
};

TEST(StateNames, MayBeTheSameInARuleAndAWrapper) {
  const auto optimizer = wrap("lookahead", {{"k", 3}, {"alpha", 0.25}},
                              std::make_unique<RuleOptimizer<SameNames>>(
                                  [](const Values&) { return SameNames{}; }, Values{}));
  reset(*optimizer, 1);
  Vector w{4};
  Stream stream("optimizer", 1);
  Slope slope({1});
  // The fast weights go 3, 2, 1, and the slow ones from 4 a quarter of the way to 1.
  for (int t = 0; t < 3; ++t) optimizer->step(slope, w, {1, stream});
  const std::map<std::string, std::vector<double>> vectors{{"slow", {3}},
                                                           {"lookahead.slow", {3.25}}};
  const std::map<std::string, double> counters{{"steps", 6}, {"lookahead.steps", 3}};
  const StateCopy state = state_of(*optimizer);
  EXPECT_EQ(state.vectors, vectors);
  EXPECT_EQ(state.counters, counters);
}

}  // namespace
}  // namespace fall_line
