// SPDX-License-Identifier: MIT
#include "data/cells.hpp"

#include <gtest/gtest.h>

#include "support/problems.hpp"

namespace fall_line {
namespace {

using Cells = std::vector<std::uint32_t>;

// The range of x is split at 1, 2 ... 7, and that of y at 10, 20 ... 70.
TEST(Cells, AreEightByEightOfEachClass) {
  const Samples samples{.task = Task::classification,
                        .shape = 2,
                        .outputs = 1,
                        .classes = 2,
                        .x = {0, 0, 0.9, 9, 1.1, 0, 8, 80, 7.1, 71, 0.5, 5, 100, 100},
                        .y = {0, 0, 0, 0, 0, 1, 0}};
  // The last sample is not listed, so it does not extend the range.
  EXPECT_EQ(class_cells(samples, {0, 1, 2, 3, 4, 5}), (Cells{0, 0, 1, 2, 2, 3}));
  EXPECT_EQ(class_cells(samples, {5, 3, 0}), (Cells{0, 1, 2}));
}

TEST(Cells, AreIntervalsForOneInput) {
  const Samples samples{
      .task = Task::regression, .shape = 1, .x = {-4, 4, -3.1, 3.9, 0.1}, .y = {0, 0, 1, 1, 2}};
  EXPECT_EQ(class_cells(samples, indices_up_to(5)), (Cells{0, 1, 0, 1, 2}));
}

TEST(Cells, AreClassesForMoreThanTwoInputs) {
  const Samples images = random_samples(Task::classification, 3, 1, 3, 7);
  EXPECT_EQ(class_cells(images, indices_up_to(7)), (Cells{0, 1, 2, 0, 1, 2, 0}));
}

TEST(Cells, AreASingleOneForConstantInputs) {
  const Samples samples{.task = Task::regression, .shape = 1, .x = {2, 2, 2}, .y = {0, 1, 2}};
  EXPECT_EQ(class_cells(samples, indices_up_to(3)), (Cells{0, 0, 0}));
}

}  // namespace
}  // namespace fall_line
