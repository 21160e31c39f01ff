// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "optimizer/rule.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/second_order.hpp"

/// What rules draw of their steps on a surface.
namespace fall_line {
namespace {

constexpr double tolerance = wide ? 1e-12 : 1e-5;

Settings valley(std::string_view rule, const Settings& more = {}) {
  return on_surface("rosenbrock", {-1.2, 1}, rule, more);
}

std::vector<MarkDocs> declared(const OptimizerEntry& rule) {
  const auto& docs = docs_of(rule).marks;
  std::vector<MarkDocs> all(docs.begin(), docs.end());
  if (rule.looks_elsewhere) all.push_back(gradient_point_mark);
  if (rule.own_rates) all.push_back(rates_mark);
  return all;
}

/// The only mark of this name.
Mark mark_of(const Dissected& step, std::string_view name) {
  Mark found{.name = ""};
  for (const Mark& mark : step.marks.all()) {
    if (mark.name != name) continue;
    EXPECT_TRUE(found.name.empty()) << name << " twice";
    found = mark;
  }
  EXPECT_EQ(found.name, name);
  return found;
}

std::vector<double> point_of(const Mark& mark, std::size_t index = 0) {
  if (mark.points.size() < 2 * index + 2) {
    ADD_FAILURE() << mark.name << " has no point " << index;
    return {0, 0};
  }
  return {mark.points[2 * index], mark.points[2 * index + 1]};
}

std::vector<double> numbers(std::span<const Real> reals) { return {reals.begin(), reals.end()}; }

void expect_near(const std::vector<double>& a, const std::vector<double>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_NEAR(a[i], b[i], tolerance * (1 + std::fabs(b[i]))) << i;
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1]);
}

void expect_shape(const MarkDocs& docs, const Mark& mark) {
  const auto shape = [&](std::size_t points, std::size_t values) {
    EXPECT_EQ(mark.points.size(), 2 * points);
    EXPECT_EQ(mark.values.size(), values);
  };
  switch (docs.kind) {
    case MarkKind::arrow:
      return shape(2, 0);
    case MarkKind::point:
      return shape(1, 0);
    case MarkKind::circle:
      return shape(1, 1);
    case MarkKind::box:
      return shape(1, 2);
    case MarkKind::number:
      return shape(0, 1);
    case MarkKind::curvature:
    case MarkKind::spread:
      ASSERT_TRUE(mark.matrix && mark.axes);
      EXPECT_EQ(mark.matrix->size(), 4U);
      EXPECT_EQ(mark.axes->size(), 4U);
      return shape(1, 2);
    case MarkKind::trials:
    case MarkKind::members:
      EXPECT_GT(mark.points.size(), 0U);
      EXPECT_LT(mark.taken.value_or(0), mark.points.size() / 2);
      return shape(mark.points.size() / 2, 0);
  }
}

TEST(Marks, AreThoseThatTheRuleDeclares) {
  std::size_t drawing = 0;
  for (const OptimizerEntry* rule : rules_for(valley("sgd"))) {
    SCOPED_TRACE(rule->id);
    const std::vector<MarkDocs> all = declared(*rule);
    std::set<std::string_view> seen;
    const auto run = make_run(valley(rule->id));
    for (int step = 0; step < 30; ++step) {
      const Dissected taken = run->dissect();
      for (const Mark& mark : taken.marks.all()) {
        const auto docs = std::find_if(
            all.begin(), all.end(), [&](const MarkDocs& each) { return each.name == mark.name; });
        ASSERT_NE(docs, all.end()) << mark.name;
        expect_shape(*docs, mark);
        seen.insert(mark.name);
      }
    }
    EXPECT_EQ(seen.size(), all.size()) << "some mark was never drawn, or declared twice";
    drawing += all.empty() ? 0 : 1;
  }
  EXPECT_GE(drawing, wide ? 17U : 10U);
}

TEST(Marks, ChangeNoBits) {
  for (const double noise : {0.0, 0.01}) {
    const Settings settings = valley("sgd", {at("problem.gradientNoise", noise)});
    for (const OptimizerEntry* rule : rules_for(settings)) {
      SCOPED_TRACE(rule->id);
      const Settings own = with(settings, {at("optimizer.id", rule->id)});
      const auto marked = make_run(own), plain = make_run(own);
      for (int step = 0; step < 25; ++step) marked->dissect();
      plain->step(25);
      expect_same_run(*marked, *plain);
      EXPECT_EQ(marked->snapshot(), plain->snapshot());
    }
  }
}

TEST(Marks, AreNotDrawnOnANetwork) {
  const auto run = make_run(small_race({at("optimizer.id", "momentum")}));
  const Dissected step = run->dissect();
  EXPECT_TRUE(step.marks.all().empty());
  EXPECT_EQ(step.gradient.size(), run->parameters().size());
}

TEST(Marks, OfARunThatHasEndedAreNone) {
  const auto run = make_run(valley("momentum", {at("optimizer.learningRate", 1e30)}));
  run->step(100);
  ASSERT_EQ(run->report().status, Status::diverged);
  EXPECT_TRUE(run->dissect().marks.all().empty());
}

TEST(Marks, OfMomentumShowItsVelocity) {
  for (const Settings& wrapper :
       {Settings{}, Settings{at("optimizer.wrappers.0.id", "lookahead")}}) {
    const auto run =
        make_run(valley("momentum", with({at("optimizer.learningRate", 1e-4)}, wrapper)));
    run->step(6);
    const Mark arrow = mark_of(run->dissect(), "velocity");
    const std::vector<double> w = numbers(run->parameters()), v = numbers(run->state()["velocity"]);
    expect_near(point_of(arrow), w);
    expect_near(point_of(arrow, 1), {w[0] - v[0], w[1] - v[1]});
  }
}

TEST(Marks, ShowWhereTheNextGradientIsTaken) {
  std::size_t rules = 0;
  for (const OptimizerEntry* rule : rules_for(valley("sgd"))) {
    SCOPED_TRACE(rule->id);
    const std::vector<MarkDocs> all = declared(*rule);
    const auto is_point = [](const MarkDocs& docs) { return docs.name == "gradientPoint"; };
    if (std::none_of(all.begin(), all.end(), is_point)) continue;
    ++rules;
    const auto run = make_run(valley(rule->id, {at("optimizer.learningRate", 1e-3)}));
    run->step(7);
    const std::vector<double> point = point_of(mark_of(run->dissect(), "gradientPoint"));
    const Vector next{static_cast<Real>(point[0]), static_cast<Real>(point[1])};
    Vector gradient(2);
    run->problem().full_gradient(next, gradient);
    expect_near(numbers(run->dissect().gradient), numbers(gradient));
  }
  EXPECT_GE(rules, 3U);
}

TEST(Marks, OfNesterovLeadToTheGradientPoint) {
  const auto run = make_run(valley("nesterov", {at("optimizer.learningRate", 1e-4)}));
  run->step(9);
  const Dissected step = run->dissect();
  const Mark arrow = mark_of(step, "velocity");
  expect_near(point_of(arrow, 1), point_of(mark_of(step, "gradientPoint")));
  const std::vector<double> v = numbers(run->state()["velocity"]);
  EXPECT_NEAR(distance(point_of(arrow), point_of(arrow, 1)), 0.9e-4 * std::hypot(v[0], v[1]), 1e-6);
}

TEST(Marks, OfASearchHoldTheTrialsAndWhereItEnded) {
  if (!wide) GTEST_SKIP();
  for (const char* rule : {"line-search", "bfgs", "l-bfgs", "conjugate-gradient", "newton",
                           "trust-region", "gauss-newton", "levenberg-marquardt"}) {
    SCOPED_TRACE(rule);
    const auto run = make_run(valley(rule));
    std::size_t refused = 0;
    for (int step = 0; step < 12 && run->report().status == Status::running; ++step) {
      const std::vector<double> from = numbers(run->parameters());
      const Mark trials = mark_of(run->dissect(), "trials");
      ASSERT_TRUE(trials.taken);
      expect_near(point_of(trials, *trials.taken), numbers(run->parameters()));
      for (std::size_t i = 0; i < trials.points.size() / 2; ++i)
        EXPECT_GT(distance(point_of(trials, i), from), 0);
      refused += trials.points.size() / 2 - 1;
    }
    EXPECT_GT(refused, 0U);
  }
}

TEST(Marks, OfALineSearchLieOnALine) {
  if (!wide) GTEST_SKIP();
  const auto run = make_run(valley("line-search", {at("optimizer.search", "backtracking")}));
  const std::vector<double> from = numbers(run->parameters()), g = numbers(run->gradient());
  const Mark trials = mark_of(run->dissect(), "trials");
  // Backtracking halves the rate from 1 on.
  ASSERT_GT(trials.points.size(), 6U);
  double rate = 1;
  for (std::size_t i = 0; i < trials.points.size() / 2; ++i, rate *= 0.5)
    expect_near(point_of(trials, i), {from[0] - rate * g[0], from[1] - rate * g[1]});
  EXPECT_EQ(trials.taken, trials.points.size() / 2 - 1);
}

TEST(Marks, OfTheTrustRegionShowTheRadiusThatBoundTheStep) {
  if (!wide) GTEST_SKIP();
  const auto run = make_run(valley("trust-region"));
  double largest = 0;
  for (int step = 0; step < 15; ++step) {
    const std::vector<double> from = numbers(run->parameters());
    const Dissected seen = run->dissect();
    const Mark circle = mark_of(seen, "radius"), trials = mark_of(seen, "trials");
    const double length = distance(numbers(run->parameters()), from);
    expect_near(point_of(circle), from);
    // The initial radius is 1, and each refusal leaves a quarter.
    if (step == 0) {
      EXPECT_EQ(circle.values[0], std::pow(0.25, static_cast<double>(*trials.taken)));
    }
    EXPECT_LE(length, circle.values[0] * (1 + 1e-9));
    largest = std::max(largest, length / circle.values[0]);
  }
  EXPECT_NEAR(largest, 1, 1e-9);
}

TEST(Marks, OfSecondOrderRulesHoldTheHessianOfTheSurface) {
  if (!wide) GTEST_SKIP();
  for (const char* rule : {"newton", "trust-region"}) {
    SCOPED_TRACE(rule);
    const auto run = make_run(valley(rule));
    run->step(3);
    const std::vector<double> from = numbers(run->parameters());
    const Vector x{1, 0}, y{0, 1};
    const std::vector<double> hx = numbers(run->hessian_product(x)),
                              hy = numbers(run->hessian_product(y));
    const std::uint64_t products = run->report().work.hessian_product;
    const auto counted = make_run(valley(rule));
    counted->step(4);
    const Mark hessian = mark_of(run->dissect(), "hessian");
    expect_near(point_of(hessian), from);
    expect_near(*hessian.matrix, {hx[0], hy[0], hx[1], hy[1]});
    // The mark costs no work.
    EXPECT_EQ(run->report().work.hessian_product, counted->report().work.hessian_product);
    EXPECT_GT(run->report().work.hessian_product, products);
    for (std::size_t i = 0; i < 2; ++i) {
      const double qx = (*hessian.axes)[2 * i], qy = (*hessian.axes)[2 * i + 1];
      EXPECT_NEAR(std::hypot(qx, qy), 1, 1e-12);
      expect_near({hx[0] * qx + hy[0] * qy, hx[1] * qx + hy[1] * qy},
                  {hessian.values[i] * qx, hessian.values[i] * qy});
    }
  }
}

TEST(Marks, OfNewtonShowTheStepOfItsModel) {
  if (!wide) GTEST_SKIP();
  const auto run = make_run(valley("newton", {at("optimizer.search", "none")}));
  const std::vector<double> from = numbers(run->parameters());
  const Mark arrow = mark_of(run->dissect(), "modelStep");
  expect_near(point_of(arrow), from);
  expect_near(point_of(arrow, 1), numbers(run->parameters()));
}

TEST(Marks, OfBfgsComeToTheHessianOfAQuadratic) {
  if (!wide) GTEST_SKIP();
  const auto run = make_run(on_surface("quadratic-bowl", {4, 3}, "bfgs"));
  Mark estimate{.name = ""};
  while (run->report().status == Status::running) {
    const Dissected step = run->dissect();
    for (const Mark& mark : step.marks.all())
      if (mark.name == "estimatedHessian") estimate = mark;
  }
  const Vector x{1, 0}, y{0, 1};
  const std::vector<double> hx = numbers(run->hessian_product(x)),
                            hy = numbers(run->hessian_product(y));
  ASSERT_TRUE(estimate.matrix);
  EXPECT_NEAR((*estimate.matrix)[0], hx[0], 0.1 * hx[0]);
  EXPECT_NEAR((*estimate.matrix)[3], hy[1], 0.1 * hy[1]);
}

TEST(Marks, OfPopulationsAreTheirMembers) {
  const auto genetic = make_run(valley("genetic-algorithm"));
  genetic->step(3);
  const Mark members = mark_of(genetic->dissect(), "members");
  expect_near(members.points, numbers(genetic->state()["members"]));
  const auto swarm = make_run(valley("particle-swarm"));
  swarm->step(3);
  const Mark positions = mark_of(swarm->dissect(), "positions");
  expect_near(positions.points, numbers(swarm->state()["positions"]));
}

TEST(Marks, OfAnEvolutionStrategyAreInPairsAroundTheStep) {
  const auto run = make_run(valley("evolution-strategy"));
  run->step(2);
  const std::vector<double> from = numbers(run->parameters());
  const Mark members = mark_of(run->dissect(), "members");
  ASSERT_EQ(members.points.size(), 2U * 50);
  for (std::size_t i = 0; i < 50; i += 2) {
    const std::vector<double> a = point_of(members, i), b = point_of(members, i + 1);
    EXPECT_NEAR(a[0] + b[0], 2 * from[0], 1e-5);
    EXPECT_NEAR(a[1] + b[1], 2 * from[1], 1e-5);
  }
}

TEST(Marks, OfCmaEsHoldTheCovarianceOfItsMembers) {
  const auto run = make_run(valley("cma-es"));
  const Mark first = mark_of(run->dissect(), "covariance");
  expect_near(*first.matrix, {0.09, 0, 0, 0.09});
  expect_near(first.points, {-1.2, 1});
  for (int step = 0; step < 20; ++step) {
    const std::vector<double> from = numbers(run->parameters()),
                              c = numbers(run->state()["covariance"]);
    const Dissected seen = run->dissect();
    const Mark spread = mark_of(seen, "covariance"), members = mark_of(seen, "members");
    EXPECT_EQ(members.points.size(), 2U * 6);
    expect_near(point_of(spread), from);
    // σ²C: one σ for all entries.
    const double variance = (*spread.matrix)[0] / c[0];
    EXPECT_GT(variance, 0);
    expect_near(*spread.matrix,
                {variance * c[0], variance * c[1], variance * c[2], variance * c[3]});
    // Members are normal in the metric of the ellipse: more than 6 deviations away is not credible.
    for (std::size_t i = 0; i < 6; ++i) {
      const std::vector<double> at = point_of(members, i);
      double square = 0;
      for (std::size_t axis = 0; axis < 2; ++axis) {
        const double along = (at[0] - from[0]) * (*spread.axes)[2 * axis] +
                             (at[1] - from[1]) * (*spread.axes)[2 * axis + 1];
        square += along * along / spread.values[axis];
      }
      EXPECT_LT(square, 36);
    }
  }
}

TEST(Marks, OfAnnealingHoldTheTemperatureAndTheMove) {
  const auto run = make_run(valley("simulated-annealing"));
  run->step(1);
  double last = 0;
  int refused = 0, accepted = 0;
  for (int step = 0; step < 100; ++step) {
    const std::vector<double> before = numbers(run->state()["current"]);
    const Dissected seen = run->dissect();
    const Mark move = mark_of(seen, "moves");
    const std::vector<double> after = numbers(run->state()["current"]);
    expect_near(point_of(mark_of(seen, "current")), after);
    if (move.taken) {
      ++accepted;
      expect_near(point_of(move), after);
    } else {
      ++refused;
      expect_near(after, before);
      EXPECT_GT(distance(point_of(move), before), 0);
    }
    const double temperature = mark_of(seen, "temperature").values[0];
    if (step > 0) {
      EXPECT_NEAR(temperature, 0.99 * last, 1e-12 * last);
    }
    last = temperature;
  }
  EXPECT_GT(refused, 10);
  EXPECT_GT(accepted, 10);
}

TEST(Marks, OfAdaptiveRulesHoldTheRatesOfTheParameters) {
  int rules = 0;
  for (const OptimizerEntry* rule : rules_for(valley("sgd"))) {
    SCOPED_TRACE(rule->id);
    const auto run = make_run(valley(rule->id));
    run->step(4);
    const Dissected step = run->dissect();
    const auto rates = run->rates();
    ASSERT_EQ(rates.has_value(), rule->own_rates);
    // RAdam begins without its rates, and leaves the numbers of float32 here.
    if (!rates || run->report().status == Status::diverged) continue;
    ++rules;
    const Mark box = mark_of(step, "rates");
    EXPECT_EQ(box.values, *rates);
    expect_near(box.points, numbers(run->parameters()));
  }
  EXPECT_GE(rules, wide ? 16 : 15);
}

TEST(Marks, OfRpropHoldItsStepSizes) {
  const auto run = make_run(valley("rprop"));
  run->step(4);
  const Mark box = mark_of(run->dissect(), "step");
  expect_near(box.values, numbers(run->state()["step"]));
  expect_near(box.points, numbers(run->parameters()));
}

}  // namespace
}  // namespace fall_line
