// SPDX-License-Identifier: MIT
#include "expression/support.hpp"

/// What sources mean.
namespace fall_line::expression {
namespace {

TEST(Grammar, ReadsNumbers) {
  EXPECT_EQ(value("0"), 0);
  EXPECT_EQ(value("12"), 12);
  EXPECT_EQ(value("1.25"), 1.25);
  EXPECT_EQ(value(".5"), 0.5);
  EXPECT_EQ(value("2."), 2);
  EXPECT_EQ(value("1e3"), 1000);
  EXPECT_EQ(value("2.5E-3"), 2.5e-3);
  EXPECT_EQ(value("1e+2"), 100);
  EXPECT_EQ(value("2.805118086952745"), 2.805118086952745);
  EXPECT_EQ(value("1e22"), 1e22);
  EXPECT_EQ(value("123456789012345e-22"), 123456789012345e-22);
  EXPECT_DOUBLE_EQ(value("3.14159265358979323846"), 3.141592653589793);
  EXPECT_DOUBLE_EQ(value("123456789012345678901234567890"), 123456789012345678901234567890.0);
  EXPECT_DOUBLE_EQ(value("0.000000000000000000000000012"), 1.2e-26);
  EXPECT_EQ(value("0e999"), 0);
  EXPECT_EQ(value("1e-999"), 0);
}

TEST(Grammar, KnowsConstants) {
  EXPECT_EQ(value("pi"), 3.141592653589793);
  EXPECT_EQ(value("e"), 2.718281828459045);
  // Without digits after it, e is the constant.
  EXPECT_EQ(value("2e"), 2 * 2.718281828459045);
  EXPECT_EQ(value("2e-x", 1), 2 * 2.718281828459045 - 1);
}

TEST(Grammar, TakesProductsBeforeSums) {
  EXPECT_EQ(value("1+2*3"), 7);
  EXPECT_EQ(value("(1+2)*3"), 9);
  EXPECT_EQ(value("10-4-3"), 3);
  EXPECT_EQ(value("16/4/2"), 2);
  EXPECT_EQ(value("8/4*2"), 4);
  EXPECT_EQ(value("2-3*4+5"), -5);
}

TEST(Grammar, TakesPowersBeforeSignsAndFromTheRight) {
  EXPECT_EQ(value("-2^2"), -4);
  EXPECT_EQ(value("(-2)^2"), 4);
  EXPECT_EQ(value("2^3^2"), 512);
  EXPECT_EQ(value("2^-1"), 0.5);
  EXPECT_EQ(value("2**3"), 8);
  EXPECT_EQ(value("-x^2", 3), -9);
  EXPECT_EQ(value("2*-3"), -6);
  EXPECT_EQ(value("--x", 3), 3);
  EXPECT_EQ(value("+x", 3), 3);
  EXPECT_EQ(value("2^3x", 5), 40);
  EXPECT_EQ(value("x^0", 0), 1);
}

TEST(Grammar, MultipliesWhatStandsSideBySide) {
  EXPECT_EQ(value("3x", 2), 6);
  EXPECT_EQ(value("3x y", 2, 5), 30);
  EXPECT_EQ(value("2(x+1)", 2), 6);
  EXPECT_EQ(value("(x+1)(y-1)", 2, 5), 12);
  EXPECT_EQ(value("x(y+1)", 2, 5), 12);
  EXPECT_EQ(value("2 sin(x)", 0), 0);
  EXPECT_EQ(value("2x^2", 3), 18);
  EXPECT_EQ(value("x^2y", 3, 2), 18);
  EXPECT_EQ(value("2pi"), 2 * 3.141592653589793);
  // Like a written sign: from the left.
  EXPECT_EQ(value("1/2x", 4), 2);
}

TEST(Grammar, ReadsSignsOfPrintedFormulas) {
  EXPECT_EQ(value("x·y", 2, 5), 10);
  EXPECT_EQ(value("x×y", 2, 5), 10);
  EXPECT_EQ(value("x⋅y", 2, 5), 10);
  EXPECT_EQ(value("x − y", 2, 5), -3);
  EXPECT_EQ(value("x ÷ y", 10, 5), 2);
  EXPECT_EQ(value("x² + y³", 2, 3), 31);
  EXPECT_EQ(value("x²y", 2, 3), 12);
  EXPECT_EQ(value("1 ≤ x", 1), 1);
  EXPECT_EQ(value("1 ≥ x", 2), 0);
  EXPECT_EQ(value("1 ≠ x", 2), 1);
}

TEST(Grammar, ComparesNumbers) {
  EXPECT_EQ(value("x < 1", 1), 0);
  EXPECT_EQ(value("x <= 1", 1), 1);
  EXPECT_EQ(value("x > 1", 2), 1);
  EXPECT_EQ(value("x >= 1", 0), 0);
  EXPECT_EQ(value("x == 1", 1), 1);
  EXPECT_EQ(value("x != 1", 1), 0);
}

TEST(Grammar, ReadsChainsOfComparisonsAsInMathematics) {
  EXPECT_EQ(value("0 < x < 1", 0.5), 1);
  EXPECT_EQ(value("0 < x < 1", 2), 0);
  EXPECT_EQ(value("0 < x < 1", -1), 0);
  EXPECT_EQ(value("0 < x <= y < 3", 1, 1), 1);
  EXPECT_EQ(value("0 < x <= y < 3", 1, 3), 0);
  EXPECT_EQ(value("0 < x <= y < 3", 2, 1), 0);
}

TEST(Grammar, JoinsConditions) {
  const auto at = [](double x, double y) { return value("x > 0 and y > 0 or not x > -1", x, y); };
  EXPECT_EQ(at(1, 1), 1);
  EXPECT_EQ(at(1, -1), 0);
  EXPECT_EQ(at(-2, -1), 1);
  EXPECT_EQ(value("not not x > 0", 1), 1);
  EXPECT_EQ(value("x > 0 or y > 0 and x > 5", 1, 0), 1);
}

TEST(Grammar, NamesParts) {
  EXPECT_EQ(value("r = sqrt(x^2 + y^2); r < 6", 3, 4), 1);
  EXPECT_EQ(value("a = x + 1; b = 2a; a b", 2), 18);
  EXPECT_EQ(value("a = x\nb = a + 1\na*b", 2), 6);
  EXPECT_EQ(value("\n; a = x;; a ;\n", 2), 2);
  // The last part may have a name, as in z = sin(x).
  EXPECT_EQ(value("z = 3x", 2), 6);
  EXPECT_EQ(value("inside = x < 1; if(inside, 1, 2)", 2), 2);
  EXPECT_EQ(value("r_1 = x; r_1 + 1", 2), 3);
}

TEST(Grammar, CallsFunctions) {
  EXPECT_EQ(value("if(x > 0, 1, 2)", 1), 1);
  EXPECT_EQ(value("if(x > 0, 1, 2)", -1), 2);
  EXPECT_EQ(value("if(x > 0, y > 0, y < 0)", 1, -1), 0);
  EXPECT_EQ(value("min(3, 1, 2)"), 1);
  EXPECT_EQ(value("max(3, x)", 5), 5);
  EXPECT_EQ(value("abs(x)", -5), 5);
  EXPECT_EQ(value("sign(x)", -5), -1);
  EXPECT_EQ(value("sign(x)", 0), 0);
  EXPECT_EQ(value("floor(x)", -1.5), -2);
  EXPECT_EQ(value("relu(x)", -1.5), 0);
  EXPECT_EQ(value("relu(x)", 1.5), 1.5);
  EXPECT_EQ(value("sqrt(x)", 9), 3);
  EXPECT_EQ(value("ln(e)"), 1);
  EXPECT_EQ(value("gauss(0)"), 1);
}

TEST(Grammar, TellsTypes) {
  EXPECT_EQ(compile("x + 1", plane).type, Type::number);
  EXPECT_EQ(compile("x < 1", plane).type, Type::condition);
  EXPECT_EQ(compile("if(x < 1, x < 0, x > 2)", plane).type, Type::condition);
  EXPECT_EQ(compile("a = x < 1; if(a, 1, 2)", plane).type, Type::number);
}

TEST(Grammar, WritesEqualPartsOnce) {
  const auto size = [](std::string_view source) {
    return Program(compile(source, plane).numbers).size();
  };
  EXPECT_EQ(size("x"), 1u);
  EXPECT_EQ(size("x^2"), 2u);
  EXPECT_EQ(size("x*x + x*x"), 3u);
  EXPECT_EQ(size("sin(x) + sin(x)"), 3u);
  EXPECT_EQ(size("a = sin(y); x"), 1u);
}

}  // namespace
}  // namespace fall_line::expression
