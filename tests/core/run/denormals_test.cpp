// SPDX-License-Identifier: MIT
#include "run/denormals.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/runs.hpp"

namespace fall_line {
namespace {

template <class T>
std::ptrdiff_t denormals(const std::vector<T>& values) {
  return std::count_if(values.begin(), values.end(),
                       [](T x) { return x != 0 && std::fabs(x) < std::numeric_limits<T>::min(); });
}

TEST(FlushDenormals, ChangesOnlyDenormals) {
  constexpr float least = std::numeric_limits<float>::min();
  std::vector<float> values{least, least / 2, -least / 2, -least, 0, 1};
  FlushDenormals{}("", values);
  EXPECT_EQ(values, (std::vector<float>{least, 0, 0, -least, 0, 1}));
  double counter = std::numeric_limits<double>::min();
  FlushDenormals{}("", counter);
  EXPECT_GT(counter, 0);
  counter /= 2;
  FlushDenormals{}("", counter);
  EXPECT_EQ(counter, 0);
}

/// Far too long steps make most units inactive, so the moments of their weights decay. A first
/// moment that is halved every step becomes denormal after 130 steps in float and 1030 in double.
TEST(FlushDenormals, LeavesNoneInARunWithDeadUnits) {
  const auto run =
      make_run({at("problem.dataset.samples", 100), at("problem.network.hidden", {40.0, 40.0}),
                at("problem.network.activation", "relu"), at("optimizer.id", "adam"),
                at("optimizer.learningRate", 3), at("optimizer.beta1", 0.5)});
  run->step(20);
  run->configure({at("optimizer.learningRate", 1e-6)});
  std::ptrdiff_t before = 0;
  for (std::uint64_t step = 2 * denormal_period; step <= 20 * denormal_period;
       step += denormal_period) {
    run->step(step - 1 - run->report().step);
    before += denormals(run->state()["m"]);
    run->step(1);
    for (const auto& [name, values] : run->state()) EXPECT_EQ(denormals(values), 0) << name;
  }
  EXPECT_GT(before, 100) << "there was something to flush";
}

}  // namespace
}  // namespace fall_line
