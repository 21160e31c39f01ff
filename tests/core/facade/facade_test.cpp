// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "facade/fall_line.hpp"
#include "support/runs.hpp"

namespace fall_line {
namespace {

/// Gradient descent, written once more as a program would.
class Descent final : public v1::Rule {
 public:
  void configure(std::span<const double> values) override { EXPECT_EQ(values.size(), 1u); }
  void reset(std::size_t n) override { gradient_.assign(n, 0); }
  void step(v1::Objective& objective, std::span<Real> w, double learning_rate) override {
    objective.gradient(w, gradient_);
    const Real eta = static_cast<Real>(learning_rate);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] -= eta * gradient_[i];
  }

 private:
  Vector gradient_;
};

/// Moves by the sum of all gradients, so its future depends on a vector and a counter.
class Accumulating final : public v1::Rule {
 public:
  void configure(std::span<const double> values) override { rate_ = values[0]; }
  void reset(std::size_t n) override {
    gradient_.assign(n, 0);
    sum_.assign(n, 0);
    steps_ = 0;
  }
  void step(v1::Objective& objective, std::span<Real> w, double learning_rate) override {
    EXPECT_TRUE(std::isnan(learning_rate)) << "It has no learning rate.";
    ++steps_;
    objective.gradient(w, gradient_);
    const Real eta = static_cast<Real>(rate_ / steps_);
    for (std::size_t i = 0; i < w.size(); ++i) {
      sum_[i] += gradient_[i];
      w[i] -= eta * sum_[i];
    }
  }
  void visit(v1::StateVisitor& visitor) override {
    visitor("sum", sum_);
    visitor("steps", steps_);
  }

 private:
  double rate_ = 0, steps_ = 0;
  Vector gradient_, sum_;
};

v1::RuleEntry descent(std::string id = "own-descent") {
  return {.id = std::move(id),
          .hyperparameters = {{.id = "learningRate", .value = 0.3, .min = 0, .min_open = true}},
          .make = [] { return std::make_unique<Descent>(); }};
}

v1::RuleEntry accumulating() {
  return {.id = "accumulating",
          .hyperparameters = {{.id = "pace", .value = 0.02, .min = 0}},
          .make = [] { return std::make_unique<Accumulating>(); }};
}

v1::Settings race(const char* optimizer, const v1::Settings& more = {}) {
  v1::Settings all{{"problem.dataset.id", "spiral"},
                   {"problem.dataset.samples", 60},
                   {"problem.network.hidden", {4}},
                   {"optimizer.id", optimizer}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

v1::Trainer with_own() {
  v1::Trainer trainer;
  EXPECT_EQ(trainer.add(descent()), "");
  EXPECT_EQ(trainer.add(accumulating()), "");
  return trainer;
}

std::unique_ptr<v1::Run> made(const v1::Trainer& trainer, const v1::Settings& settings) {
  v1::Made made = trainer.make(settings);
  for (const v1::Problem& problem : made.problems) ADD_FAILURE() << problem.message;
  return std::move(made.run);
}

TEST(Facade, TrainsAsTheCoreDoes) {
  const auto facade = made({}, race("adam"));
  const auto core = make_run(small_race({at("optimizer.id", "adam")}));
  ASSERT_TRUE(facade && core);
  facade->step(300);
  core->step(300);
  EXPECT_EQ(facade->parameters(), parameters_of(*core));
  ASSERT_EQ(facade->curve().size(), core->curve().size());
  EXPECT_EQ(facade->curve().back().test_loss, core->curve().back().test_loss);
  EXPECT_EQ(facade->report().loss, core->report().loss);
  EXPECT_EQ(facade->gradient(), core->gradient());
}

TEST(Facade, RunsARuleOfOnesOwnLikeABuiltInOne) {
  const v1::Trainer trainer = with_own();
  const v1::Settings more{{"optimizer.learningRate", 0.1},
                          {"optimizer.wrappers.0.id", "lookahead"},
                          {"optimizer.clipNorm", 1},
                          {"schedule.id", "cosine"}};
  const auto own = made(trainer, race("own-descent", more));
  const auto built_in = made(trainer, race("sgd", more));
  ASSERT_TRUE(own && built_in);
  own->step(200);
  built_in->step(200);
  EXPECT_EQ(own->parameters(), built_in->parameters());
}

TEST(Facade, RestoresTheStateThatARuleShows) {
  const v1::Trainer trainer = with_own();
  const auto run = made(trainer, race("accumulating")), other = made(trainer, race("accumulating"));
  ASSERT_TRUE(run && other);
  run->step(50);
  EXPECT_EQ(run->state().at("sum").size(), run->parameters().size());
  ASSERT_TRUE(other->restore(run->snapshot()));
  run->step(50);
  other->step(50);
  EXPECT_EQ(other->parameters(), run->parameters());
  EXPECT_FALSE(made(trainer, race("own-descent"))->restore(run->snapshot()));
}

TEST(Facade, ARunOutlivesItsTrainer) {
  std::unique_ptr<v1::Run> run = made(with_own(), race("own-descent"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(run->step(10).step, 10u);
}

TEST(Facade, ChecksTheSettingsOfARuleOfOnesOwn) {
  const v1::Trainer trainer = with_own();
  const auto first = [&](const char* id, v1::Setting setting) {
    const auto problems = trainer.check(race(id, {std::move(setting)}));
    return problems.empty() ? "" : problems[0].message;
  };
  EXPECT_EQ(first("own-descent", {"optimizer.learningRate", -1}),
            "optimizer.learningRate must be > 0 (got -1)");
  EXPECT_EQ(first("accumulating", {"schedule.id", "cosine"}),
            "schedule.id must be constant for accumulating, which has no learning rate (got "
            "\"cosine\")");
  EXPECT_NE(first("nothing", {"seed", 1}).find("particle-swarm, own-descent, accumulating"),
            std::string::npos);
  EXPECT_EQ(first("accumulating", {"optimizer.pace", 0.5}), "");
  const auto run = made(trainer, race("accumulating"));
  EXPECT_EQ(run->configure({{"optimizer.pace", -1}}).size(), 1u);
  EXPECT_EQ(run->configure({{"optimizer.pace", 0.5}}).size(), 0u);
}

TEST(Facade, RefusesEntriesThatAreNone) {
  v1::Trainer trainer = with_own();
  EXPECT_EQ(trainer.add(descent()), "There is a rule own-descent already.");
  EXPECT_EQ(trainer.add(descent("adam")), "There is a rule adam already.");
  EXPECT_EQ(trainer.add(descent("My rule")),
            "The id must be of small letters, digits and hyphens.");
  v1::RuleEntry entry = descent("another");
  entry.hyperparameters[0].value = -1;
  EXPECT_EQ(trainer.add(entry), "The default of learningRate is not allowed.");
  entry.hyperparameters[0] = {.id = "clipNorm", .value = 1};
  EXPECT_EQ(trainer.add(entry), "A setting can't be called 'clipNorm'.");
  entry.hyperparameters = {{.id = "pace", .value = 1}, {.id = "pace", .value = 1}};
  EXPECT_EQ(trainer.add(entry), "It has two settings pace.");
  entry.hyperparameters.clear();
  entry.make = nullptr;
  EXPECT_EQ(trainer.add(entry), "It needs a function that makes the rule.");
  EXPECT_EQ(trainer.optimizers().size(), optimizers().size() + 2);
}

TEST(Facade, TakesData) {
  v1::Data data{.inputs = 2, .classes = 2};
  for (int i = 0; i < 20; ++i) {
    data.x.insert(data.x.end(), {i % 2 + 0.01 * i, 1.0 - i % 2});
    data.y.push_back(i % 2);
  }
  const v1::Settings settings{{"problem.network.hidden", {4}}, {"optimizer.id", "adam"}};
  const v1::Trainer trainer;
  v1::Made made = trainer.make(settings, &data);
  ASSERT_NE(made.run, nullptr);
  made.run->step(500);
  EXPECT_EQ(made.run->evaluate().train_accuracy, 1);
  EXPECT_EQ(made.run->predict(data.x).size(), 20u);
  data.y.pop_back();
  ASSERT_EQ(trainer.check(settings, &data).size(), 1u);
  EXPECT_EQ(trainer.check(settings, &data)[0].message,
            "the data must have as many rows of inputs as of targets");
  data.y.push_back(2);
  EXPECT_EQ(trainer.check(settings, &data)[0].code, "out-of-domain");
}

TEST(Facade, ListsTheCatalog) {
  EXPECT_NE(v1::catalog().find("\"learningRate\""), std::string::npos);
}

}  // namespace
}  // namespace fall_line
