// SPDX-License-Identifier: MIT
#include "network/layout.hpp"

#include <gtest/gtest.h>

namespace fall_line {
namespace {

TEST(Layout, PutsEachLayersWeightsBeforeItsBiases) {
  const Layout layout(dense_network({2, 8, 4, 3}));
  ASSERT_EQ(layout.layers.size(), 3u);
  EXPECT_EQ(layout.layers[0].weights, 0u);
  EXPECT_EQ(layout.layers[0].biases, 16u);
  EXPECT_EQ(layout.layers[1].weights, 24u);
  EXPECT_EQ(layout.layers[1].biases, 56u);
  EXPECT_EQ(layout.layers[2].weights, 60u);
  EXPECT_EQ(layout.layers[2].biases, 72u);
  EXPECT_EQ(layout.parameters, 75u);
  EXPECT_EQ(layout.layers[1].weight_count(), 32u);
  EXPECT_EQ(layout.layers[1].units, 4u);
  EXPECT_EQ(layout.inputs, 2u);
  EXPECT_EQ(layout.outputs, 3u);
}

TEST(Layout, OfALinearModelIsOneLayer) {
  const Layout layout(dense_network({5, 1}));
  ASSERT_EQ(layout.layers.size(), 1u);
  EXPECT_EQ(layout.layers[0].biases, 5u);
  EXPECT_EQ(layout.parameters, 6u);
}

}  // namespace
}  // namespace fall_line
