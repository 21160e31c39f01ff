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

TEST(FlushDenormals, TakesThemAlone) {
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

/// Steps that are far too long kill most units; what they had learned then decays. A first moment
/// times 0.5 at every step takes 130 steps to leave the normal numbers of float, 1030 of double.
TEST(FlushDenormals, LeavesNoneInARunWhoseUnitsAreDead) {
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
