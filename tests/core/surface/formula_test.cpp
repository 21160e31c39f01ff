// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "expression/evaluate.hpp"
#include "expression/form.hpp"
#include "numeric/random.hpp"
#include "support/runs.hpp"
#include "surface/jet_elementary.hpp"
#include "surface/surface.hpp"

/// The surface that is given as a formula.
namespace fall_line {
namespace {

Jet jet_of(const std::string& source, double x, double y) {
  const expression::Compiled compiled = expression::compile(source, expression::plane);
  EXPECT_EQ(compiled.fault.what, "") << source;
  const Jet at[] = {Jet::variable_x(x), Jet::variable_y(y)};
  return expression::evaluate(expression::Program(compiled.numbers), at);
}

struct Twin {
  const char *id, *formula;
};

/// Surfaces of the catalog, written as formulas.
constexpr Twin twins[] = {
    {"rosenbrock", "(1-x)^2 + 100(y-x^2)^2"},
    {"booth", "(x+2y-7)^2 + (2x+y-5)^2"},
    {"himmelblau", "(x^2+y-11)^2 + (x+y^2-7)^2"},
    {"beale", "(1.5-x+x y)^2 + (2.25-x+x y^2)^2 + (2.625-x+x y^3)^2"},
    {"three-hump-camel", "2x^2 - 1.05x^4 + x^6/6 + x y + y^2"},
    {"mccormick", "sin(x+y) + (x-y)^2 - 1.5x + 2.5y + 1"},
    {"styblinski-tang", "(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2"},
    {"rastrigin", "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)"},
    {"ackley", "20 + e - 20exp(-0.2 sqrt((x^2+y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2)"},
};

TEST(Formula, GivesTheJetsOfBuiltInSurfaces) {
  for (const auto& [id, formula] : twins) {
    const SurfaceEntry& surface = *find(surfaces(), id);
    Stream stream("points", 1);
    for (int i = 0; i < 100; ++i) {
      const double x = stream.uniform(-3, 3), y = stream.uniform(-3, 3);
      const Jet ours = surface.at(defaults_of(surface.hyperparameters), x, y);
      const Jet theirs = jet_of(formula, x, y);
      SCOPED_TRACE(std::string(id) + " at " + std::to_string(x) + ", " + std::to_string(y));
      // The terms are some hundred times larger than their sum can be.
      const auto close = [](double a, double b, double size) {
        EXPECT_NEAR(a, b, 1e-15 * (1 + size));
      };
      const double size = 1000 * (1 + std::fabs(ours.f));
      close(theirs.f, ours.f, size);
      close(theirs.x, ours.x, size + 100 * std::fabs(ours.x));
      close(theirs.y, ours.y, size + 100 * std::fabs(ours.y));
      close(theirs.xx, ours.xx, size + 100 * std::fabs(ours.xx));
      close(theirs.xy, ours.xy, size + 100 * std::fabs(ours.xy));
      close(theirs.yy, ours.yy, size + 100 * std::fabs(ours.yy));
    }
  }
}

// Written as its residuals are, Rosenbrock's function takes the same steps of arithmetic.
TEST(Formula, GivesTheBitsOfRosenbrock) {
  const SurfaceEntry& surface = *find(surfaces(), "rosenbrock");
  Stream stream("points", 2);
  for (int i = 0; i < 1000; ++i) {
    const double x = stream.uniform(-2, 2), y = stream.uniform(-1, 3);
    const Jet ours = surface.at({}, x, y), theirs = jet_of("(1-x)^2 + (10(y-x^2))^2", x, y);
    EXPECT_EQ(theirs.f, ours.f);
    EXPECT_EQ(theirs.x, ours.x);
    EXPECT_EQ(theirs.y, ours.y);
    EXPECT_EQ(theirs.xx, ours.xx);
    EXPECT_EQ(theirs.xy, ours.xy);
    EXPECT_EQ(theirs.yy, ours.yy);
  }
}

/// Central differences of the value and of the gradient, for each function and operation.
TEST(Formula, HasTheDerivativesOfItsValue) {
  for (const std::string source : {"x + y",
                                   "x - 2y",
                                   "x y",
                                   "x/(2+y)",
                                   "1/(x y + 9)",
                                   "-x^3",
                                   "x^4 y^2",
                                   "(x+3)^0.5",
                                   "(x+3)^y",
                                   "2^x",
                                   "(3+x+y)^-2",
                                   "sin(x y)",
                                   "cos(x - y)",
                                   "tan(x/3)",
                                   "exp(x y/2)",
                                   "log(x + y + 6)",
                                   "tanh(x y)",
                                   "sigmoid(2x + y)",
                                   "gauss(x - y)",
                                   "sqrt(x^2 + y^2 + 1)",
                                   "abs(x y + 5)",
                                   "relu(x y + 5)",
                                   "relu(x y - 9)",
                                   "min(x, y + 9)",
                                   "max(x, y + 9)",
                                   "if(x < 9, x y, x)",
                                   "floor(x/100) y",
                                   "sign(x + 9) y",
                                   "a = sin(x); a^2 + a y"}) {
    Stream stream("points", 3);
    for (int i = 0; i < 30; ++i) {
      const double x = stream.uniform(-2, 2), y = stream.uniform(-2, 2), h = 1e-5;
      SCOPED_TRACE(source + " at " + std::to_string(x) + ", " + std::to_string(y));
      const Jet jet = jet_of(source, x, y), east = jet_of(source, x + h, y),
                west = jet_of(source, x - h, y), north = jet_of(source, x, y + h),
                south = jet_of(source, x, y - h);
      const double size =
          1 + std::fabs(jet.f) + std::fabs(jet.xx) + std::fabs(jet.yy) + std::fabs(jet.xy);
      const auto close = [&](double exact, double difference) {
        EXPECT_NEAR(exact, difference, 1e-6 * size);
      };
      close(jet.x, (east.f - west.f) / (2 * h));
      close(jet.y, (north.f - south.f) / (2 * h));
      close(jet.xx, (east.x - west.x) / (2 * h));
      close(jet.xy, (east.y - west.y) / (2 * h));
      close(jet.xy, (north.x - south.x) / (2 * h));
      close(jet.yy, (north.y - south.y) / (2 * h));
    }
  }
}

TEST(Formula, HasNoSlopeWhereADerivativeDoesNotExist) {
  for (const char* source : {"abs(x)", "sqrt(x^2 + y^2)", "relu(x)", "floor(x)", "sign(x)"}) {
    const Jet tip = jet_of(source, 0, 0);
    EXPECT_EQ(tip.x, 0) << source;
    EXPECT_EQ(tip.y, 0) << source;
    EXPECT_EQ(tip.xx, 0) << source;
  }
  // 0 * log 0 would be NaN.
  const Jet square = jet_of("x^2.5", 0, 0);
  EXPECT_EQ(square.x, 0);
  EXPECT_EQ(square.xx, 0);
}

Settings on_formula(const char* formula) {
  return {at("problem.surface.id", "formula"), at("problem.surface.f", formula)};
}

TEST(Formula, IsDescendedByEveryRuleThatDescendsTheSaddle) {
  const Settings saddle{at("problem.surface.id", "saddle")};
  const Settings own = on_formula("x^2 - y^2");
  EXPECT_GT(rules_for(saddle).size(), 20u * (sizeof(Real) / 8));
  EXPECT_EQ(rules_for(own), rules_for(saddle));
  for (const OptimizerEntry* rule : rules_for(own)) {
    const auto run = make_run(with(own, {at("optimizer.id", rule->id)}));
    ASSERT_NE(run, nullptr);
    run->step(5);
    EXPECT_TRUE(std::isfinite(run->evaluate().train_loss)) << rule->id;
  }
}

TEST(Formula, IsRefusedWithItsColumn) {
  EXPECT_EQ(messages(check(on_formula("x^2 + sn(y)")).problems),
            (std::vector<std::string>{
                R"(problem.surface.f must be a formula in x and y: column 7: "sn" is not known; )"
                R"~(did you mean "sin"? (got "x^2 + sn(y)"))~"}));
  EXPECT_EQ(
      messages(check({at("problem.surface.id", "formula"), at("problem.surface.f", 3)}).problems),
      (std::vector<std::string>{"problem.surface.f must be a text (got 3)"}));
  EXPECT_EQ(messages(check(on_formula("x < y")).problems),
            (std::vector<std::string>{
                "problem.surface.f must be a formula in x and y: column 1: the value "
                "must be a "
                R"(number, but this is a condition such as x < 1 (got "x < y"))"}));
}

/// Two formulas are two problems: a snapshot of one is no snapshot of the other.
TEST(Formula, TellsRunsApart) {
  const auto one = make_run(on_formula("x^2 + y^2")), other = make_run(on_formula("x^2 + 2y^2")),
             spelled = make_run(on_formula("x x + y*y"));
  ASSERT_TRUE(one && other && spelled);
  one->step(3);
  EXPECT_FALSE(other->restore(one->snapshot()));
  EXPECT_TRUE(spelled->restore(one->snapshot())) << "the same program";
}

}  // namespace
}  // namespace fall_line
