// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// With at most one number in each row and column, Newton-Schulz treats the numbers separately. Five
// iterations s <- 3.4445 s - 4.775 s^3 + 2.0315 s^5 bring 0.6 to 0.722876168617117 and 0.8 to
// 1.1192039299160428. With mu = 1/2, G = g + mu B = 1.5 g has the direction (0.6, 0.8). With lambda
// = 1/2 and eta = 0.1 every number first decays to 0.95. Four rows over two columns make the step
// sqrt(2) times larger:
//   0.95 - 0.1 sqrt(2) 0.722876168617117, 0.95 - 0.1 sqrt(2) 1.1192039299160428
const std::vector<double> tall{0.8477698718425373, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95,
                               0.7917206623251465};

TEST(Muon, TakesTheStepWorkedByHand) {
  expect_matrix_walk("muon", {{"momentum", 0.5}, {"weightDecay", 0.5}}, 4,
                     {{{3, 0, 0, 0, 0, 0, 0, 4}, 0.1}}, {tall});
}

// A wide matrix moves by O without that factor: 1 - 0.1 * 0.722876168617117, 1 - 0.1
// * 1.1192039299160428.
TEST(Muon, DoesNotScaleTheStepOfWideMatrices) {
  expect_matrix_walk("muon", {}, 2, {{{3, 0, 0, 0, 0, 4}, 0.1}},
                     {{0.9277123831382883, 1, 1, 1, 1, 0.8880796070083957}});
}

// The velocity: B = (3, 4), then B = (1.5, 2) - (1.5, 2) = 0, so that G = g = -(1.5, 2).
TEST(Muon, RemembersItsVelocity) {
  expect_matrix_walk("muon", {{"momentum", 0.5}}, 2, {{{3, 0, 0, 4}, 0.1}, {{-1.5, 0, 0, -2}, 0.2}},
                     {{0.9277123831382883, 1, 1, 0.8880796070083957},
                      {1.0722876168617117, 1, 1, 1.1119203929916043}});
}

// Vectors use AdamW. Its first step is the sign of the gradient, up to epsilon:
// 0.99 - 0.1 * 4 / (4 + 1e-8).
TEST(Muon, LeavesVectorsToAdamW) {
  expect_matrix_walk("muon", {{"weightDecay", 0.1}}, 2, {{{4, -4}, 0.1}},
                     {{0.89000000025, 1.08999999975}});
}

TEST(Muon, SurvivesAMatrixWithoutGradient) {
  expect_matrix_walk("muon", {}, 2, {{{0, 0, 0, 0}, 0.1}}, {{1, 1, 1, 1}});
}

}  // namespace
}  // namespace fall_line
