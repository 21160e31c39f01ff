// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/optimizers.hpp"

/// The limits that rules state for their learning rates, on a quadratic of largest curvature 2.
namespace fall_line {
namespace {

constexpr double largest_curvature = 2;

/// The defaults, and 0.5 for every number but the rate.
std::vector<Values> choices(const OptimizerEntry& entry) {
  std::vector<Values> all{defaults_of(entry.hyperparameters)};
  all.push_back(all[0]);
  for (std::size_t i = 0; i < all[1].size(); ++i)
    if (i != rate_row(entry)) all[1][i] = 0.5;
  return all;
}

constexpr double high = 1e6, low = 1e-3;

/// After 1000 steps, or fewer if it is high before.
double last_loss(const OptimizerEntry& entry, const Values& values, double rate) {
  Quadratic bowl(3);
  Stream stream("optimizer", 1);
  const auto optimizer = make(entry, values, 3);
  Vector w{3, -2, 1}, g(3);
  double loss = bowl.gradient(w, g);
  for (int t = 0; t < 1000 && loss < high; ++t) {
    optimizer->step(bowl, w, {rate, stream});
    loss = bowl.gradient(w, g);
  }
  return loss;
}

TEST(Stability, ChangesAtTheStatedLimit) {
  int limits = 0;
  for (const OptimizerEntry* entry : offered()) {
    if (entry->stability_limit == nullptr) continue;
    for (const Values& values : choices(*entry)) {
      SCOPED_TRACE(testing::Message()
                   << entry->id << ", values " << testing::PrintToString(values));
      const double limit = entry->stability_limit(values) / largest_curvature;
      EXPECT_LT(last_loss(*entry, values, 0.97 * limit), low);
      EXPECT_GT(last_loss(*entry, values, 1.03 * limit), high);
      ++limits;
    }
  }
  EXPECT_GE(limits, 6);
}

TEST(Stability, OfMomentumIsThatOfTheLiterature) {
  const OptimizerEntry& sgd = *find(optimizers(), "sgd");
  const OptimizerEntry& momentum = *find(optimizers(), "momentum");
  EXPECT_EQ(sgd.stability_limit(values_of(sgd)), 2);
  EXPECT_EQ(momentum.stability_limit(values_of(momentum, {{"momentum", 0.5}})), 3);
}

}  // namespace
}  // namespace fall_line
