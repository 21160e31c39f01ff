// SPDX-License-Identifier: MIT
#include "expression/evaluate.hpp"

#include <cmath>
#include <limits>

#include "expression/support.hpp"
#include "numeric/bits.hpp"
#include "numeric/random.hpp"

/// Values: those of the same computation in C++, in every lane and in the scalar.
namespace fall_line::expression {
namespace {

using Expected = double (*)(double x, double y);
struct Case {
  std::string_view source;
  Expected expected;
};

constexpr double pi = 3.141592653589793;

/// Bit for bit, since both compute in double by the core's functions.
const Case cases[] = {
    {"x + y", [](double x, double y) { return x + y; }},
    {"x - y", [](double x, double y) { return x - y; }},
    {"x·y", [](double x, double y) { return x * y; }},
    {"x/y", [](double x, double y) { return x / y; }},
    {"-x", [](double x, double) { return -x; }},
    {"x^2", [](double x, double) { return x * x; }},
    {"x^3", [](double x, double) { return x * (x * x); }},
    {"x^-1", [](double x, double) { return 1 / x; }},
    {"x^4 - y^2", [](double x, double y) { return (x * x) * (x * x) - y * y; }},
    {"abs(x)^1.5", [](double x, double) { return special::pow(std::fabs(x), 1.5); }},
    {"abs(x)^y", [](double x, double y) { return special::pow(std::fabs(x), y); }},
    {"sin(3x)·y", [](double x, double y) { return special::sin(3 * x) * y; }},
    {"cos(x)", [](double x, double) { return special::cos(x); }},
    {"tan(x)", [](double x, double) { return special::sin(x) / special::cos(x); }},
    {"exp(x)", [](double x, double) { return special::exp(x); }},
    {"log(x)", [](double x, double) { return special::log(x); }},
    {"ln(x)", [](double x, double) { return special::log(x); }},
    {"tanh(x)", [](double x, double) { return special::tanh(x); }},
    {"sigmoid(x)", [](double x, double) { return special::sigmoid(x); }},
    {"gauss(x)", [](double x, double) { return special::exp(-0.5 * (x * x)); }},
    {"sqrt(abs(x))", [](double x, double) { return std::sqrt(std::fabs(x)); }},
    {"floor(x)", [](double x, double) { return std::floor(x); }},
    {"sign(x)", [](double x, double) { return x > 0   ? 1
                                              : x < 0 ? -1
                                                      : x; }},
    {"relu(x)", [](double x, double) { return x <= 0 ? 0 : x; }},
    {"min(x, y)", [](double x, double y) { return y < x ? y : x; }},
    {"max(x, y, 0)",
     [](double x, double y) {
       const double more = x < y ? y : x;
       return more < 0 ? 0 : more;
     }},
    {"if(x < y, x, 2y)", [](double x, double y) { return x < y ? x : 2 * y; }},
    {"0 < x < y", [](double x, double y) { return double(0 < x && x < y); }},
    {"x < 0 or y >= 1", [](double x, double y) { return double(x < 0 || y >= 1); }},
    {"not x <= y and x != 0", [](double x, double y) { return double(!(x <= y) && x != 0); }},
    {"x == y", [](double x, double y) { return double(x == y); }},
    {"r = sqrt(x^2 + y^2); sin(pi r)/r",
     [](double x, double y) {
       const double r = std::sqrt(x * x + y * y);
       return special::sin(pi * r) / r;
     }},
};

struct Point {
  double x, y;
};

std::vector<Point> points() {
  std::vector<Point> all{{0, 0}, {-0.0, 1}, {1, 1}, {-1, 2}, {1e300, 1e-300}, {-745, 3}};
  const double infinite = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double odd : {infinite, -infinite, nan}) {
    all.push_back({odd, 1});
    all.push_back({1, odd});
    all.push_back({odd, odd});
  }
  Stream stream("points", 1);
  for (int i = 0; i < 200; ++i) {
    const double x = stream.uniform(-5, 5);
    all.push_back({x, stream.uniform(-5, 5)});
  }
  return all;
}

/// Equal bits; any NaN equals any other.
template <class Number>
bool same(Number a, Number b) {
  return (a != a && b != b) || (a == b && std::signbit(a) == std::signbit(b));
}

TEST(Evaluate, GivesTheValuesOfTheSameComputation) {
  for (const auto& [source, expected] : cases) {
    const Compiled compiled = compile(source, plane);
    ASSERT_EQ(compiled.fault.what, "") << source;
    for (const Point& p : points()) {
      const double at[] = {p.x, p.y};
      const double got = evaluate(Program(compiled.numbers), at), want = expected(p.x, p.y);
      EXPECT_TRUE(same(got, want))
          << source << " at " << p.x << ", " << p.y << ": " << got << " instead of " << want;
    }
  }
}

/// For counts that fill vectors and that do not.
TEST(Evaluate, GivesTheSameBitsInLanesAsInTheScalar) {
  const std::vector<Point> all = points();
  for (const std::size_t count : {all.size(), std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
    std::vector<Real> x, y, out(count);
    for (std::size_t i = 0; i < count; ++i) {
      x.push_back(static_cast<Real>(all[i].x));
      y.push_back(static_cast<Real>(all[i].y));
    }
    for (const Case& one : cases) {
      const Compiled compiled = compile(one.source, plane);
      const Program program(compiled.numbers);
      const Real* columns[] = {x.data(), y.data()};
      evaluate(program, columns, out);
      for (std::size_t i = 0; i < count; ++i) {
        const Real at[] = {x[i], y[i]};
        EXPECT_TRUE(same(out[i], evaluate(program, at)))
            << one.source << " at " << x[i] << ", " << y[i];
      }
    }
  }
}

TEST(Program, PacksInstructionsExactly) {
  for (const Instruction& one : {Instruction{Op::gauss, 255, 254, 253}, Instruction{Op::constant},
                                 Instruction{Op::select, 1023, 1023, 1023}}) {
    const Instruction back = Program::unpacked(Program::packed(one));
    EXPECT_EQ(back.op, one.op);
    EXPECT_EQ(back.a, one.a);
    EXPECT_EQ(back.b, one.b);
    EXPECT_EQ(back.c, one.c);
  }
}

}  // namespace
}  // namespace fall_line::expression
