// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/rewritten.hpp"
#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// w = (3, 4) of length 5, g = (6, 8) of length 10, trust 1/2, decay 1/2:
//   r = 1/2 * 5 / (10 + 1/2 * 5) = 0.2,  g + w / 2 = (7.5, 10)
//   eta = 0.1: v = 0.1 * 0.2 * (7.5, 10) = (0.15, 0.2), w = (2.85, 3.8) of length 4.75
//   then r = 1/2 * 4.75 / 12.375 = 19/99,  g + w / 2 = (7.425, 9.9)
//   eta = 0.01: v = 0.9 v + 0.01 r (7.425, 9.9) = (0.14925, 0.199)
TEST(Lars, TakesTheStepsWorkedByHand) {
  expect_matrix_walk_from({3, 4}, "lars", {{"trust", 0.5}, {"weightDecay", 0.5}}, 2,
                          {{{6, 8}, 0.1}, {{6, 8}, 0.01}}, {{2.85, 3.8}, {2.70075, 3.601}});
}

// If all parameters are zero the ratio is 1: w = -0.1 * 0.5 * 4.
TEST(Lars, MovesAwayFromZero) {
  expect_matrix_walk_from({0}, "lars", {{"trust", 0.5}}, 1, {{{4}, 0.1}}, {{-0.2}});
}

using reference::Step;

const reference::Rewrite rewrite(
    "lars",
    {"one rate for all layers", "decay apart from the gradient", "sign of the decay",
     "decay not in the local rate", "rate outside the velocity", "no local rate"},
    [](Step& k, int mistake) {
      auto& v = k.s[0];
      const double decay = (mistake == 3 ? -1 : 1) * k["weightDecay"];
      std::vector<ParameterBlock> blocks(k.objective.blocks().begin(), k.objective.blocks().end());
      if (mistake == 1) blocks = {{0, v.size(), 1}};
      for (const ParameterBlock& block : blocks) {
        const std::size_t end = block.offset + block.size();
        double of_w = 0, of_g = 0;
        for (std::size_t i = block.offset; i < end; ++i) {
          of_w += k.w[i] * k.w[i];
          of_g += k.g[i] * k.g[i];
        }
        of_w = std::sqrt(of_w), of_g = std::sqrt(of_g);
        const bool known = of_w > 0 && of_g > 0 && mistake != 6;
        const double local =
            k["trust"] * (known ? of_w / (of_g + (mistake == 4 ? 0 : decay * of_w)) : 1);
        for (std::size_t i = block.offset; i < end; ++i) {
          const double inside = mistake == 5 ? 1 : k.rate;
          v[i] = k["momentum"] * v[i] +
                 inside * local * (k.g[i] + (mistake == 2 ? 0 : decay * k.w[i]));
          k.move(i,
                 (mistake == 5 ? k.rate : 1) * v[i] + (mistake == 2 ? k.rate * decay * k.w[i] : 0));
        }
      }
    });

}  // namespace
}  // namespace fall_line
