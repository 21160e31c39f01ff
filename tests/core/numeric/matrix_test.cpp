// SPDX-License-Identifier: MIT
#include "numeric/matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace fall_line {
namespace {

using Numbers = std::vector<double>;

TEST(MatrixView, MultipliesAndAdds) {
  const Numbers a{1, 2, 3, 4, 5, 6}, b{1, 0, 0, 1, 1, 1};
  Numbers c{1, 1, 1, 1};
  const dense::MatrixView<const double> left{a.data(), 2, 3}, right{b.data(), 3, 2};
  dense::multiply(left, right, dense::MatrixView<double>{c.data(), 2, 2});
  EXPECT_EQ(c, (Numbers{4, 5, 10, 11}));
  dense::multiply(left, right, dense::MatrixView<double>{c.data(), 2, 2}, 10, -1);
  EXPECT_EQ(c, (Numbers{36, 45, 90, 99}));
}

TEST(MatrixView, TransposesWithoutMovingAnything) {
  Numbers a{1, 2, 3, 4, 5, 6}, squares(9);
  const dense::MatrixView<double> view{a.data(), 2, 3}, turned = view.transposed();
  EXPECT_EQ(turned.rows, 3U);
  EXPECT_EQ(turned.columns, 2U);
  EXPECT_EQ(turned(2, 1), 6);
  dense::multiply(turned, view, dense::MatrixView<double>{squares.data(), 3, 3});
  EXPECT_EQ(squares, (Numbers{17, 22, 27, 22, 29, 36, 27, 36, 45}));
}

// The old content must not survive, even if it is infinite.
TEST(MatrixView, OverwritesUnlessToldToAdd) {
  const Numbers one{1};
  Numbers out{HUGE_VAL};
  const dense::MatrixView<const double> unit{one.data(), 1, 1};
  dense::multiply(unit, unit, dense::MatrixView<double>{out.data(), 1, 1});
  EXPECT_EQ(out[0], 1);
}

}  // namespace
}  // namespace fall_line
