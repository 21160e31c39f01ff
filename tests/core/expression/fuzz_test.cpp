// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "expression/support.hpp"
#include "numeric/random.hpp"

/// Random sources neither crash nor hang, and what compiles can be evaluated. A slow run has a
/// million: FALL_LINE_RANDOM_FORMULAS=1000000.
namespace fall_line::expression {
namespace {

int rounds() {
  const char* given = std::getenv("FALL_LINE_RANDOM_FORMULAS");
  return given == nullptr ? 100'000 : std::atoi(given);
}

class Fuzz : public testing::Test {
 protected:
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(stream_.uniform() * static_cast<double>(count)) % count;
  }

  /// Gives whether it compiles.
  bool survives(const std::string& source) {
    const Compiled compiled = compile(source, plane);
    if (compiled.fault) {
      EXPECT_GE(compiled.fault.column, 1u) << source;
      EXPECT_LE(compiled.fault.column, source.size() + 1) << source;
      EXPECT_TRUE(compiled.numbers.empty()) << source;
      return false;
    }
    const Program program(compiled.numbers);
    EXPECT_GE(program.size(), 1u) << source;
    EXPECT_LE(program.size(), most_instructions) << source;
    const double at[] = {0.3, -0.7};
    const double value = evaluate(program, at);
    if (compiled.type == Type::condition) {
      EXPECT_TRUE(value == 0 || value == 1) << source << " = " << value;
    }
    return true;
  }

 private:
  Stream stream_{"formulas", 1};
};

TEST_F(Fuzz, RandomBytesDoNoHarm) {
  for (int i = 0; i < rounds(); ++i) {
    std::string source(below(40), ' ');
    for (char& c : source) c = static_cast<char>(below(256));
    survives(source);
  }
}

TEST_F(Fuzz, RandomTokensDoNoHarm) {
  constexpr std::string_view tokens[] = {
      "x",      "y",        "pi",  "e",    "1",    "2.5",  "1e9",   "3",     "0",     "a",
      "b",      "+",        "-",   "*",    "/",    "^",    "(",     ")",     "(",     ")",
      ",",      ";",        "=",   "<",    ">",    "<=",   "==",    "!=",    "and",   "or",
      "not",    "²",        "³",   "·",    "−",    "\n",   "sin(",  "cos(",  "tan(",  "tanh(",
      "exp(",   "log(",     "if(", "min(", "max(", "abs(", "sign(", "sqrt(", "relu(", "gauss(",
      "floor(", "sigmoid(", " ",   "x",    "y"};
  int sound = 0;
  for (int i = 0; i < rounds(); ++i) {
    std::string source;
    for (std::size_t count = 1 + below(12); count > 0; --count)
      source += tokens[below(std::size(tokens))];
    sound += survives(source) ? 1 : 0;
  }
  EXPECT_GT(sound, rounds() / 200) << "too few compile to test much";
}

/// From sources that compile, with one to three bytes changed.
TEST_F(Fuzz, DamagedSourcesDoNoHarm) {
  constexpr std::string_view sound[] = {
      "r = sqrt(x^2 + y^2); if(r < 1 and not x == y, sin(3x)·y, -max(x, y, 2)^-3)",
      "(1-x)^2 + 100(y-x^2)^2", "0 < x <= y or tanh(x)/gauss(2y) > 1e-3"};
  for (int i = 0; i < rounds(); ++i) {
    std::string source(sound[below(std::size(sound))]);
    for (std::size_t count = 1 + below(3); count > 0; --count)
      source[below(source.size())] = static_cast<char>(32 + below(96));
    survives(source);
  }
}

}  // namespace
}  // namespace fall_line::expression
