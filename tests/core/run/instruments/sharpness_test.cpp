// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "numeric/dense.hpp"
#include "support/watched.hpp"

namespace fall_line {
namespace {

Settings full_batch(const Settings& changes = {}) {
  return with(small_race({at("problem.batchSize", "full")}), changes);
}

/// The largest eigenvalue of the dense Hessian, column by column.
double largest_eigenvalue(Run& run) {
  const std::size_t n = run.parameters().size();
  std::vector<double> h(n * n), values(n);
  Vector unit(n, 0);
  for (std::size_t j = 0; j < n; ++j) {
    unit[j] = 1;
    const Vector row = run.hessian_product(unit);
    unit[j] = 0;
    for (std::size_t i = 0; i < n; ++i) h[j * n + i] = row[i];
  }
  EXPECT_TRUE(dense::symmetric_eigen(h, values));
  return values.back();
}

TEST(Sharpness, IsTheLargestEigenvalueOfTheDenseHessian) {
  for (const char* activation : {"tanh", "relu", "gelu"})
    for (const char* loss : {"cross-entropy", "mean-squared-error"})
      for (const double l2 : {0.0, 0.1}) {
        SCOPED_TRACE(testing::Message() << activation << ", " << loss << ", l2 " << l2);
        const auto run = make_run(full_batch(
            {at("problem.network.hidden", std::vector{6.0, 5.0}),
             at("problem.network.activation", activation), at("problem.network.loss", loss),
             at("problem.network.l2", l2), at("optimizer.id", "momentum")}));
        watch(*run, {"sharpness"});
        for (std::size_t t = 0; t <= 60; t += 20) {
          const double exact = largest_eigenvalue(*run);
          EXPECT_NEAR(column(*run, "sharpness")[t], exact, 1e-3 * exact) << "step " << t;
          run->step(20);
        }
      }
}

/// Here the largest and the second largest eigenvalue change places on the way.
TEST(Sharpness, FollowsTheLargestEigenvalueFromStepToStep) {
  const auto run =
      make_run({at("problem.dataset.id", "sine"), at("problem.dataset.samples", 100),
                at("problem.batchSize", "full"), at("problem.network.loss", "mean-squared-error"),
                at("problem.network.hidden", std::vector{8.0, 8.0}), at("optimizer.id", "sgd"),
                at("optimizer.learningRate", 0.1)});
  watch(*run, {"sharpness"});
  for (std::size_t t = 0; t <= 100; t += 2) {
    const double exact = largest_eigenvalue(*run);
    EXPECT_NEAR(column(*run, "sharpness")[t], exact, 1e-2 * exact) << "step " << t;
    run->step(2);
  }
}

/// The Hessian of (x² + y²) / 2 is the identity.
TEST(Sharpness, IsOneOnTheRoundBowl) {
  const auto run = make_run(on_surface("quadratic-bowl", {4, 3}, "sgd"));
  watch(*run, {"sharpness"});
  run->step(3);
  for (const double x : column(*run, "sharpness")) EXPECT_NEAR(x, 1, 1e-6);
}

TEST(Sharpness, HasTheThresholdOfTheRule) {
  const auto threshold = [](const Settings& changes) {
    const auto run = make_run(full_batch(changes));
    watch(*run, {"sharpness"});
    return column(*run, "sharpness", 1)[0];
  };
  const Setting rate = at("optimizer.learningRate", 0.1);
  EXPECT_DOUBLE_EQ(threshold({rate}), 20);
  EXPECT_DOUBLE_EQ(threshold({rate, at("optimizer.id", "momentum")}), 38);
  EXPECT_NEAR(threshold({rate, at("optimizer.id", "nesterov")}), 38 / 2.8, 1e-12);
  EXPECT_TRUE(std::isnan(threshold({rate, at("optimizer.id", "adam")})));
  EXPECT_TRUE(std::isnan(threshold({rate, at("optimizer.clipNorm", 1)})));
  EXPECT_TRUE(std::isnan(threshold({rate, at("optimizer.wrappers.0.id", "lookahead")})));
}

/// The rate of the next step counts: half the first one after two steps, and so on.
TEST(Sharpness, FollowsTheScheduleWithItsThreshold) {
  const auto run =
      make_run(full_batch({at("optimizer.learningRate", 0.1), at("schedule.id", "step-decay"),
                           at("schedule.gamma", 0.5), at("schedule.interval", 2)}));
  watch(*run, {"sharpness"});
  run->step(4);
  EXPECT_EQ(column(*run, "sharpness", 1), (std::vector<double>{20, 20, 40, 40, 80}));
}

/// The edge of stability (Cohen+ 2021, 2103.00065), which the text of the instrument describes:
/// from most starts the curvature rises to the threshold and stays near it, while the loss falls.
TEST(Sharpness, RisesToTheThresholdFromMostStarts) {
  constexpr int starts = 6;
  int reached = 0, hovered = 0, fell = 0;
  for (int seed = 1; seed <= starts; ++seed) {
    const auto run =
        make_run({at("problem.dataset.id", "spiral"), at("problem.dataset.samples", 100),
                  at("problem.batchSize", "full"), at("problem.network.loss", "mean-squared-error"),
                  at("optimizer.learningRate", 0.3), at("seed", seed)});
    watch(*run, {"sharpness"});
    run->step(1000);
    const std::vector<double> curvature = column(*run, "sharpness");
    const double threshold = 2 / 0.3;
    std::size_t row = 0, near = 0;
    while (row < curvature.size() && curvature[row] < 0.95 * threshold) ++row;
    if (row == curvature.size()) continue;
    ++reached;
    for (std::size_t i = row; i < curvature.size(); ++i)
      near += curvature[i] > 0.7 * threshold && curvature[i] < 1.5 * threshold ? 1 : 0;
    hovered += 2 * near > curvature.size() - row ? 1 : 0;
    fell += run->curve().back().train_loss < run->curve()[row].train_loss ? 1 : 0;
  }
  EXPECT_GE(reached, starts - 1);
  EXPECT_GE(hovered, starts - 1);
  EXPECT_GE(fell, starts - 1);
}

TEST(Sharpness, NeedsTheSameLossInEveryStep) {
  EXPECT_EQ(make_run(small_race())->unsuited().at("sharpness"), "the full batch");
  EXPECT_FALSE(make_run(full_batch())->unsuited().contains("sharpness"));
  const Settings dropping = with(full_batch(), {at("problem.network.dropout", 0.5)});
  EXPECT_EQ(make_run(dropping)->unsuited().at("sharpness"), "steps without noise");
  const Settings noisy =
      on_surface("rosenbrock", {1, 2}, "sgd", {at("problem.gradientNoise", 0.1)});
  EXPECT_EQ(make_run(noisy)->unsuited().at("sharpness"), "steps without noise");
}

}  // namespace
}  // namespace fall_line
