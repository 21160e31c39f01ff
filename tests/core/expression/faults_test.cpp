// SPDX-License-Identifier: MIT
#include "expression/support.hpp"

/// What is said of faulty sources, word for word, with the column.
namespace fall_line::expression {
namespace {

struct Faulty {
  std::string_view source, message;
  Wanted wanted = Wanted::any;
};

const std::string known =
    "x, y, pi, e, sin, cos, tan, tanh, exp, log, ln, sqrt, abs, sign, floor, min, max, sigmoid, "
    "relu, gauss, if";

constexpr Faulty faulty[] = {
    // Missing parts.
    {"", R"~(1: expected a number, a name or "(", but found the end)~"},
    {"   ", R"~(4: expected a number, a name or "(", but found the end)~"},
    {";", R"~(2: expected a number, a name or "(", but found the end)~"},
    {"x +", R"~(4: expected a number, a name or "(", but found the end)~"},
    {"x + * 2", R"~(5: expected a number, a name or "(", but found "*")~"},
    {"* x", R"~(1: expected a number, a name or "(", but found "*")~"},
    {"x ^", R"~(4: expected a number, a name or "(", but found the end)~"},
    {"x <", R"~(4: expected a number, a name or "(", but found the end)~"},
    {"x < < 1", R"~(5: expected a number, a name or "(", but found "<")~"},
    {"x < 1 and", R"~(10: expected a number, a name or "(", but found the end)~"},
    {"and x < 1", R"~(1: expected a number, a name or "(", but found "and")~"},
    {"not", R"~(4: expected a number, a name or "(", but found the end)~"},
    {"a =", R"~(4: expected a number, a name or "(", but found the end)~"},
    {"x +\ny", R"~(4: expected a number, a name or "(", but found the end)~"},
    {"()", R"~(2: expected a number, a name or "(", but found ")")~"},
    {"(x", R"~(3: expected ")" or an operator, but found the end)~"},
    {"((x + 1)", R"~(9: expected ")" or an operator, but found the end)~"},
    {"(x, y)", R"~(3: expected ")" or an operator, but found ",")~"},
    {"x)", R"~(2: expected an operator, but found ")")~"},
    {"x, y", R"~(2: expected an operator, but found ",")~"},
    {"x 3", R"~(3: expected an operator, but found "3")~"},
    {"2 3", R"~(3: expected an operator, but found "3")~"},
    {"1.2.3", R"~(4: expected an operator, but found ".3")~"},
    {"x not y", R"~(3: expected an operator, but found "not")~"},
    {"x ² 2", R"~(5: expected an operator, but found "2")~"},
    // Characters.
    {"x $ 2", R"~(3: the character "$" has no meaning here)~"},
    {"x & y", R"~(3: the character "&" has no meaning here)~"},
    {"α + 1", R"~(1: the character "α" has no meaning here)~"},
    {"x·y·é", R"~(5: the character "é" has no meaning here)~"},
    {"x + 😀", R"~(5: the character "😀" has no meaning here)~"},
    {"'x'", R"~(1: the character "'" has no meaning here)~"},
    {".", R"~(1: the character "." has no meaning here)~"},
    {"1e999", "1: the number is too large"},
    {"x + 1e400", "5: the number is too large"},
    // Names.
    {"sn(x)", R"~(1: "sn" is not known; did you mean "sin"?)~"},
    {"x + Sin(x)", R"~(5: "Sin" is not known; did you mean "sin"?)~"},
    {"sqr(x)", R"~(1: "sqr" is not known; did you mean "sqrt"?)~"},
    {"sigmiod(x)", R"~(1: "sigmiod" is not known; did you mean "sigmoid"?)~"},
    {"xy", R"~(1: "xy" is not known; did you mean "x*y"?)~"},
    {"X + 1", R"~(1: "X" is not known; did you mean "x"?)~"},
    {"radius = 1; radiu", R"~(13: "radiu" is not known; did you mean "radius"?)~"},
    {"x + b; b = 1", R"~(5: "b" is not known; known here: )~"},
    {"foo(x)", R"~(1: "foo" is not known; known here: )~"},
    {"z", R"~(1: "z" is not known; known here: )~"},
    {"sin x", R"~(5: expected "(" after the function "sin", but found "x")~"},
    {"sin", R"~(4: expected "(" after the function "sin", but found the end)~"},
    {"sin^2(x)", R"~(4: expected "(" after the function "sin", but found "^")~"},
    {"x = 1", R"~(1: "x" already has a meaning; to compare, write "==")~"},
    {"pi = 3", R"~(1: "pi" already has a meaning; to compare, write "==")~"},
    {"sin = 3", R"~(1: "sin" already has a meaning; to compare, write "==")~"},
    {"or = 3", R"~(1: "or" already has a meaning; to compare, write "==")~"},
    {"a = 1; a = 2", R"~(8: "a" already has a meaning; to compare, write "==")~"},
    {"x + 1 = 2", R"~(7: to compare, write "==")~"},
    {"(x = 1)", R"~(4: to compare, write "==")~"},
    // Arguments.
    {"sin()", R"~(5: expected a number, a name or "(", but found ")")~"},
    {"sin(x", R"~(6: expected ",", ")" or an operator, but found the end)~"},
    {"sin(x, y)", R"~(1: "sin" takes 1 argument, but has 2 arguments)~"},
    {"min(x)", R"~(1: "min" takes 2 to 8 arguments, but has 1 argument)~"},
    {"max(1,2,3,4,5,6,7,8,9)", R"~(1: "max" takes 2 to 8 arguments, but has 9 arguments)~"},
    {"if(x > 0, 1)", R"~(1: "if" takes 3 arguments, but has 2 arguments)~"},
    {"min(x, )", R"~(8: expected a number, a name or "(", but found ")")~"},
    // Types.
    {"1 + (x < 2)", R"~(5: "+" works with numbers, but this is a condition)~"},
    {"(x < 2) * 3", R"~(1: "*" works with numbers, but this is a condition)~"},
    {"2(x < 2)", R"~(2: "*" works with numbers, but this is a condition)~"},
    {"-(x < 2)", R"~(2: "-" works with numbers, but this is a condition)~"},
    {"(x < 2)^2", R"~(1: "^" works with numbers, but this is a condition)~"},
    {"2^(x < 2)", R"~(3: "^" works with numbers, but this is a condition)~"},
    {"(x < 2) < 3", R"~(1: "<" works with numbers, but this is a condition)~"},
    {"1 < (x < 2)", R"~(5: "<" works with numbers, but this is a condition)~"},
    {"sin(x < 2)", R"~(5: "sin" works with numbers, but this is a condition)~"},
    {"max(1, x < 2)", R"~(8: "max" works with numbers, but this is a condition)~"},
    {"x and y", R"~(1: "and" works with conditions such as x < 1, but this is a number)~"},
    {"x < 1 or y", R"~(10: "or" works with conditions such as x < 1, but this is a number)~"},
    {"not x", R"~(5: "not" works with conditions such as x < 1, but this is a number)~"},
    {"if(x, 1, 2)", R"~(4: "if" works with conditions such as x < 1, but this is a number)~"},
    {"if(x < 1, 1, x < 2)",
     R"~(14: "if" chooses between two numbers or two conditions, not one of each)~"},
    {"a = x < 1; 2a", R"~(13: "*" works with numbers, but this is a condition)~"},
    {"x < 1", "1: the value must be a number, but this is a condition such as x < 1",
     Wanted::number},
    {"y = 2; y", R"~(1: "y" already has a meaning; to compare, write "==")~", Wanted::number},
    {"x + 1", "1: the value must be a condition such as x < 1, but this is a number",
     Wanted::condition},
    {"a = 1; sin(a)", "8: the value must be a condition such as x < 1, but this is a number",
     Wanted::condition},
};

TEST(Faults, AreNamedWithTheirColumn) {
  static_assert(std::size(faulty) >= 40);
  for (const auto& [source, message, wanted] : faulty) {
    std::string expected(message);
    if (expected.ends_with("known here: ")) expected += known;
    EXPECT_EQ(fault_of(source, wanted), expected) << source;
  }
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Faults, BoundTheSizeOfSources) {
  EXPECT_EQ(fault_of(repeated(" ", 499) + "x"), "");
  EXPECT_EQ(fault_of(repeated(" ", 500) + "x"), "1: the formula is longer than 500 bytes");
  EXPECT_EQ(fault_of(repeated("(", 49) + "x" + repeated(")", 49)), "");
  EXPECT_EQ(fault_of(repeated("(", 51) + "x" + repeated(")", 51)),
            "51: the formula is nested deeper than 50 levels");
  for (const char* nest : {"(", "-", "2^", "not ", "sin(", "if(", "2^-"})
    EXPECT_NE(fault_of(repeated(nest, 500 / static_cast<int>(std::string_view(nest).size())))
                  .find("is nested deeper than 50 levels"),
              std::string::npos)
        << nest;
  std::string sum = "0";
  for (int i = 1; sum.size() < 490; ++i) sum += "+x^" + std::to_string(i % 2 + 1) + "y";
  EXPECT_EQ(fault_of(sum), "") << "equal parts count once";
  std::string powers = "1";
  for (int i = 1; powers.size() < 480; ++i) powers += "+(x+" + std::to_string(i) + ")^15";
  EXPECT_EQ(fault_of(powers), "1: the formula has more than 256 operations");
}

/// The sentence that a refused setting shows.
TEST(Faults, AreRulesOfSettings) {
  EXPECT_EQ(read("3x +", Wanted::number).rule,
            R"~(must be a formula in x and y: column 5: expected a number, a name or "(", but )~"
            "found the end");
  EXPECT_EQ(read("3x", Wanted::number).rule, "");
}

}  // namespace
}  // namespace fall_line::expression
