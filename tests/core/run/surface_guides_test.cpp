// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"
#include "support/runs.hpp"

/// Measures the numbers in the guides of the surfaces.
namespace fall_line {
namespace {

constexpr int starts = 200, most_steps = 1000;

/// A run that is this close to the lowest known value has reached it.
constexpr double near = 1e-3;

const SurfaceEntry& surface(std::string_view id) { return *find(surfaces(), id); }

std::string guide_of(const SurfaceEntry& entry) {
  const Guide& guide = docs_of(entry).guide;
  return std::string(guide.idea) + " " + std::string(guide.use) + " " + std::string(guide.pitfalls);
}

/// A racer of the suggested race: with its suggested rate, or the default if there is none.
Settings race_of(const SurfaceEntry& entry, std::string_view optimizer) {
  Settings settings{at("problem.surface.id", entry.id), at("optimizer.id", optimizer)};
  for (const Entrant& entrant : docs_of(entry).race)
    if (entrant.optimizer == optimizer)
      settings.push_back(at("optimizer.learningRate", entrant.learning_rate));
  return settings;
}

bool takes_part(const Settings& settings) { return check(settings).problems.empty(); }

struct End {
  double x, y, value;
  Status status;
};

End end_of(const SurfaceEntry& entry, const Run& run) {
  const Vector p = run.evaluation_parameters();
  return {p[0], p[1], entry.at(defaults_of(entry.hyperparameters), p[0], p[1]).f,
          run.report().status};
}

End race(const SurfaceEntry& entry, const Settings& settings) {
  const auto run = make_run(settings);
  run->step(most_steps);
  return end_of(entry, *run);
}

/// The same for a swarm, whose best point never gets worse: it may stop at the lowest value.
End swarm_race(const SurfaceEntry& entry, const Settings& settings) {
  const auto run = make_run(settings);
  End end = end_of(entry, *run);
  for (int step = 0; step < most_steps && end.value >= docs_of(entry).minima[0].value + near;
       step += 20) {
    run->step(20);
    end = end_of(entry, *run);
  }
  return end;
}

/// The first step near the lowest value, or 0 if there is none.
int first_near(const SurfaceEntry& entry, const Settings& settings) {
  const auto run = make_run(settings);
  for (int step = 1; step <= most_steps && run->report().status == Status::running; ++step) {
    run->step(1);
    if (end_of(entry, *run).value < docs_of(entry).minima[0].value + near) return step;
  }
  return 0;
}

End from_its_start(std::string_view id, std::string_view optimizer) {
  return race(surface(id), race_of(surface(id), optimizer));
}

struct Count {
  const char *surface, *optimizer;
  int reached, diverged;  ///< Percent of 2,000 starts, or -1 if the guide does not say.
};

std::ostream& operator<<(std::ostream& out, const Count& count) {
  return out << count.surface << ", " << count.optimizer;
}

class RandomStarts : public testing::TestWithParam<Count> {};

TEST_P(RandomStarts, EndAsTheGuideSays) {
  const Count& claim = GetParam();
  const SurfaceEntry& entry = surface(claim.surface);
  const Settings settings = race_of(entry, claim.optimizer);
  if (!takes_part(settings)) return;  // float64 only
  Stream stream("starts", 1);
  int reached = 0, diverged = 0;
  for (int i = 0; i < starts; ++i) {
    const double x = stream.uniform(entry.x.min, entry.x.max);
    const double y = stream.uniform(entry.y.min, entry.y.max);
    const Settings from = with(settings, {at("problem.start", std::vector{x, y}), at("seed", i)});
    const bool swarm = std::string_view(claim.optimizer) == "particle-swarm";
    const End end = swarm ? swarm_race(entry, from) : race(entry, from);
    if (!docs_of(entry).minima.empty() && end.value < docs_of(entry).minima[0].value + near)
      ++reached;
    if (end.status == Status::diverged) ++diverged;
  }
  const std::string guide = guide_of(entry);
  const auto expect_said = [&](int measured, int said) {
    if (said < 0) return;
    EXPECT_NEAR(100.0 * measured / starts, said, 8) << guide;
    EXPECT_TRUE(said == 0 || said == 100 ||
                guide.find(" " + std::to_string(said) + "%") != std::string::npos)
        << said << ": " << guide;
  };
  expect_said(reached, claim.reached);
  expect_said(diverged, claim.diverged);
}

INSTANTIATE_TEST_SUITE_P(
    Surfaces, RandomStarts,
    testing::Values(
        Count{"rosenbrock", "sgd", -1, 47}, Count{"beale", "sgd", 21, 79},
        Count{"beale", "rmsprop", 53, 0}, Count{"three-hump-camel", "sgd", -1, 49},
        Count{"three-hump-camel", "particle-swarm", 99, -1}, Count{"mccormick", "sgd", 55, -1},
        Count{"mccormick", "momentum", 55, -1}, Count{"mccormick", "adam", 55, -1},
        Count{"mccormick", "bfgs", 55, -1}, Count{"mccormick", "particle-swarm", 80, -1},
        Count{"styblinski-tang", "sgd", 26, -1}, Count{"styblinski-tang", "particle-swarm", 45, -1},
        Count{"goldstein-price", "sgd", -1, 41}, Count{"rastrigin", "sgd", 1, -1},
        Count{"rastrigin", "adam", 1, -1}, Count{"rastrigin", "bfgs", 1, -1},
        Count{"rastrigin", "particle-swarm", 95, -1}, Count{"ackley", "adam", 0, -1},
        Count{"ackley", "particle-swarm", 100, -1}, Count{"monkey-saddle", "sgd", -1, 93}));

struct Steps {
  const char *surface, *optimizer;
  int steps;
};

TEST(SurfaceGuides, SayHowManyStepsItTakes) {
  for (const auto& [id, optimizer, steps] :
       {Steps{"quadratic-bowl", "sgd", 1}, Steps{"narrow-valley", "sgd", 370},
        Steps{"narrow-valley", "momentum", 70}, Steps{"narrow-valley", "newton", 1},
        Steps{"rosenbrock", "sgd", 0}, Steps{"rosenbrock", "bfgs", 30}, Steps{"booth", "newton", 1},
        Steps{"booth", "gauss-newton", 1}, Steps{"matyas", "sgd", 90},
        Steps{"matyas", "momentum", 50}, Steps{"matyas", "bfgs", 5}})
    if (const Settings settings = race_of(surface(id), optimizer); takes_part(settings)) {
      EXPECT_NEAR(first_near(surface(id), settings), steps, steps / 20.0)
          << id << ", " << optimizer;
    }
}

TEST(SurfaceGuides, SayWhereARaceEnds) {
  const auto end = [](std::string_view id, std::string_view optimizer) {
    return takes_part(race_of(surface(id), optimizer)) ? from_its_start(id, optimizer).value : NAN;
  };
  const auto expect_end = [&](std::string_view id, std::string_view optimizer, double value) {
    const double measured = end(id, optimizer);
    if (measured == measured) {
      EXPECT_NEAR(measured, value, 0.1) << id << ", " << optimizer;
    }
  };
  expect_end("three-hump-camel", "bfgs", 0.3);
  expect_end("three-hump-camel", "sgd", 0);
  for (const char* rule : {"sgd", "momentum", "adam"}) expect_end("mccormick", rule, 1.228);
  expect_end("mccormick", "newton", -1.913);
  for (const char* rule : {"sgd", "momentum", "rmsprop", "adam", "bfgs", "newton"}) {
    expect_end("styblinski-tang", rule, -78.33);
    expect_end("rastrigin", rule, 18);
  }
  expect_end("goldstein-price", "sgd", 3);
  expect_end("goldstein-price", "bfgs", 30);
  expect_end("goldstein-price", "newton", 30);
  EXPECT_GT(
      std::fabs(from_its_start("himmelblau", "sgd").y - from_its_start("himmelblau", "momentum").y),
      1);
  EXPECT_NEAR(std::fabs(from_its_start("saddle", "sgd").y), 0.4, 0.05);
  EXPECT_NEAR(std::fabs(from_its_start("saddle", "adam").y), 1.6, 0.05);
  EXPECT_LT(std::hypot(from_its_start("monkey-saddle", "sgd").x,
                       from_its_start("monkey-saddle", "sgd").y),
            0.5);
  EXPECT_GT(from_its_start("monkey-saddle", "adam").y, 1.5);
}

}  // namespace
}  // namespace fall_line
