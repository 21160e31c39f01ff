// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "support/comparison.hpp"
#include "support/optimizers.hpp"
#include "support/registry.hpp"

/// A test of the reference test: it detects a small change of any part of a rule. Only if Real is
/// double, because the tolerance for float allows for rounding and is too wide.
namespace fall_line {
namespace {

/// The relative change that the comparison must detect. Rules that use signs or compare losses hide
/// small changes.
double nudge_of(const OptimizerEntry& entry) {
  return docs_of(entry).family == family::signs || needs(entry, Need::value) ? 0.1 : 1e-5;
}

double nudged(const Hyperparameter& p, double x, double nudge) {
  if (p.kind == Kind::choice) return std::fmod(x + 1, static_cast<double>(p.choices.size()));
  if (p.kind == Kind::integer) return x + 2;
  return x == 0 ? nudge : x * (1 - nudge);
}

class Sensitivity : public testing::TestWithParam<const OptimizerEntry*> {
 protected:
  void SetUp() override {
    if (sizeof(Real) < sizeof(double)) GTEST_SKIP();
    if (trajectories.empty()) FAIL() << reference::how_to_write(std::string(entry.id));
  }

  const OptimizerEntry& entry = *GetParam();
  const std::vector<reference::Trajectory> trajectories =
      reference::trajectories(std::string(entry.id));

  /// Whether the optimizer that `make(values, outline)` returns still follows all trajectories.
  template <class Make>
  bool agrees(Make make) const {
    return std::all_of(trajectories.begin(), trajectories.end(), [&](const auto& trajectory) {
      const auto made = [&](const Outline& outline) {
        return make(reference::values_of(entry, trajectory), outline);
      };
      return reference::compare_made(entry, trajectory, made).agrees();
    });
  }
  std::size_t index_of(std::string_view id) const {
    std::size_t i = 0;
    while (i < entry.hyperparameters.size() && entry.hyperparameters[i].id != id) ++i;
    return i;
  }
};

TEST_P(Sensitivity, ToEveryHyperparameter) {
  const double nudge = nudge_of(entry);
  for (std::size_t i = 0; i < entry.hyperparameters.size(); ++i) {
    const Hyperparameter& p = entry.hyperparameters[i];
    // Each step is given the rate, so a change of the hyperparameter has no effect.
    if (p.id == "learningRate") continue;
    EXPECT_FALSE(agrees([&](Values values, const Outline& outline) {
      values[i] = nudged(p, values[i], nudge);
      auto optimizer = entry.make(values);
      optimizer->reset(outline);
      return optimizer;
    })) << entry.id
        << "." << p.id;
  }
}

/// Collects the names of the counters, or moves one of them.
struct Counters final : StateVisitor {
  void operator()(std::string_view, std::vector<float>&) override {}
  void operator()(std::string_view, std::vector<double>&) override {}
  void operator()(std::string_view name, double& value) override {
    names.emplace_back(name);
    if (name == moved) value = factor * value + summand;
  }
  std::vector<std::string> names{};
  std::string moved = "";
  double factor = 1, summand = 0;
};

/// A rule with a counter that is changed before the given step, counted from 0.
class Moved final : public Optimizer {
 public:
  Moved(std::unique_ptr<Optimizer> rule, Counters counters, int before)
      : rule_(std::move(rule)), counters_(std::move(counters)), left_(before) {}
  void step(Objective& objective, const std::span<Real>& w, const StepContext& context) override {
    if (left_-- == 0) rule_->visit(counters_);
    rule_->step(objective, w, context);
  }
  void evaluation(std::span<const Real> w, std::span<Real> out) const override {
    rule_->evaluation(w, out);
  }
  void reset(const Outline& outline) override { rule_->reset(outline); }
  bool sampling(std::span<double> q) const override { return rule_->sampling(q); }
  bool rates(double eta, std::span<double> r) const override { return rule_->rates(eta, r); }
  void configure(const Values& values) override { rule_->configure(values); }
  void visit(StateVisitor& visitor) override { rule_->visit(visitor); }

 private:
  std::unique_ptr<Optimizer> rule_;
  Counters counters_;
  int left_;
};

/// A counter one step ahead from the start, such as a bias correction off by one. If a search sets
/// the counter in its first step, it is changed after that step.
TEST_P(Sensitivity, ToEveryCounter) {
  if (!needs(entry, Need::gradient)) GTEST_SKIP() << "sets them in its first step";
  Counters all;
  entry.make(defaults_of(entry.hyperparameters))->visit(all);
  const auto stays = [&](const Counters& moved, int before) {
    return agrees([&](const Values& values, const Outline& outline) {
      auto optimizer = entry.make(values);
      optimizer->reset(outline);
      Counters one = moved;
      // "beta1Power" is a power of beta1.
      if (const std::size_t at = one.moved.find("Power"); at != std::string::npos) {
        const std::size_t i = index_of(one.moved.substr(0, at));
        one.factor = i < values.size() ? values[i] : 0.9;
      }
      return std::make_unique<Moved>(std::move(optimizer), one, before);
    });
  };
  for (const std::string& name : all.names) {
    Counters one;
    one.moved = name;
    // A product starts at 1, other counters at 0.
    if (name.ends_with("Product")) {
      one.factor = 0.9;
    } else if (name.find("Power") == std::string::npos) {
      one.summand = 1;
    }
    Counters forgotten;
    forgotten.moved = name;
    forgotten.factor = 0;
    EXPECT_FALSE(stays(one, 0) && (!searches(entry) || stays(forgotten, 1)))
        << entry.id << ", " << name;
  }
}

/// The rate of the next step instead of this one, if the rate changes and the rule follows it.
TEST_P(Sensitivity, ToARateOneStepEarly) {
  reference::Comparison all;
  for (reference::Trajectory trajectory : trajectories) {
    const Values values = reference::values_of(entry, trajectory);
    for (auto& [first, rate] : trajectory.rates) first -= first > 1 ? 1 : 0;
    all.add(reference::compare_made(entry, trajectory, [&](const Outline& outline) {
      auto optimizer = entry.make(values);
      optimizer->reset(outline);
      return optimizer;
    }));
  }
  // Rprop uses only the rate of the first step.
  EXPECT_EQ(all.agrees(), entry.id == "rprop" || !rate_row(entry));
}

INSTANTIATE_TEST_SUITE_P(Registry, Sensitivity, testing::ValuesIn(every(optimizers())), ById());

}  // namespace
}  // namespace fall_line
