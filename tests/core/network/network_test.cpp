// SPDX-License-Identifier: MIT
#include "network/network.hpp"

#include <gtest/gtest.h>

#include <array>

#include "catalog/find.hpp"

namespace fall_line {
namespace {

/// 2-2-1 with ReLU: W1 = (1 -1; 0.5 2), b1 = (0, -1), W2 = (2 -3), b2 = 0.25.
class SmallNetwork : public testing::Test {
 protected:
  Network network_{dense_network({2, 2, 1}), *find(activations(), "relu")};
  const Vector w_{1, -1, 0.5, 2, 0, -1, 2, -3, 0.25};

  /// The rows, padded: loading whole vectors reads beyond them.
  static Vector rows(Vector x) {
    x.resize(x.size() + Network::slack, 1000);
    return x;
  }
};

// x = (3, 1): z = (3 - 1, 1.5 + 2 - 1) = (2, 2.5), out = 4 - 7.5 + 0.25 = -3.25
// x = (0, 1): z = (-1, 1), a = (0, 1), out = -3 + 0.25 = -2.75
TEST_F(SmallNetwork, ForwardMatchesValuesWorkedByHand) {
  const Vector x = rows({3, 1, 0, 1});
  network_.load(x.data(), nullptr, 2);
  EXPECT_EQ(network_.stride(), 4u);
  const Real* outputs = network_.forward(w_);
  EXPECT_EQ(outputs[0], Real{-3.25});
  EXPECT_EQ(outputs[1], Real{-2.75});
}

TEST_F(SmallNetwork, TakesSamplesInTheGivenOrder) {
  const Vector x = rows({9, 9, 3, 1, 0, 1});
  const std::array<std::uint32_t, 3> indices{2, 1, 2};
  network_.load(x.data(), indices.data(), 3);
  const Real* outputs = network_.forward(w_);
  EXPECT_EQ(outputs[0], Real{-2.75});
  EXPECT_EQ(outputs[1], Real{-3.25});
  EXPECT_EQ(outputs[2], Real{-2.75});
}

// With d(loss)/d(out) = 1 and 2 for the samples above:
//   W2: 1 (2, 2.5) + 2 (0, 1) = (2, 4.5)      b2: 3
//   delta1: 1 (2, -3) and 2 (0, -3): the inactive unit passes no gradient
//   W1: (2; -3) (3 1) + (0; -6) (0 1) = (6 2; -9 -9)    b1: (2, -9)
TEST_F(SmallNetwork, BackwardMatchesValuesWorkedByHand) {
  const Vector x = rows({3, 1, 0, 1});
  network_.load(x.data(), nullptr, 2);
  network_.forward(w_);
  network_.output_delta()[0] = 1;
  network_.output_delta()[1] = 2;
  Vector g(9, 100);
  network_.backward(w_, g, true);
  EXPECT_EQ(g, (Vector{106, 102, 91, 91, 102, 91, 102, 104.5, 103}));
}

TEST_F(SmallNetwork, IgnoresTheDeltasOfALargerEarlierBatch) {
  const Vector x = rows({3, 1, 0, 1, 3, 1, 0, 1, 3, 1, 0, 1, 3, 1, 0, 1});
  network_.load(x.data(), nullptr, 8);
  network_.forward(w_);
  for (std::size_t b = 0; b < 8; ++b) network_.output_delta()[b] = 50;
  network_.load(x.data(), nullptr, 1);
  network_.forward(w_);
  network_.output_delta()[0] = 1;
  Vector g(9, 100);
  network_.backward(w_, g, false);
  EXPECT_EQ(g, (Vector{6, 2, -9, -3, 2, -3, 2, 2.5, 1}));
}

}  // namespace
}  // namespace fall_line
