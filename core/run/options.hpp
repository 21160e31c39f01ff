// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "catalog/row.hpp"
#include "schedule/warm_up.hpp"

/// The settings that belong to no component, declared like those of one.
namespace fall_line {

/// What the words "full" and "race" of a batch size stand for.
inline constexpr int full_batch = 0, race_batch = -1;
inline constexpr std::array batch_words{Word{"full", "Full batch", full_batch}};
inline constexpr std::array racer_batch_words{Word{"race", "As the race", race_batch},
                                              Word{"full", "Full batch", full_batch}};

struct ProblemOptions {
  double test_fraction = 0.5;
  int batch_size = 10;
};

inline constexpr std::array problem_rows{
    row<ProblemOptions>(&ProblemOptions::test_fraction,
                        {.id = "testFraction",
                         .name = "Test share",
                         .domain = within_below(0, 1),
                         .slider = linear(0, 0.9),
                         .doc = "The share of the samples that no racer trains on: the test loss "
                                "shows what was learned rather than memorized."}),
    row<ProblemOptions>(&ProblemOptions::batch_size,
                        {.id = "batchSize",
                         .name = "Batch size",
                         .symbol = "B",
                         .domain = within(1, 1'000'000),
                         .slider = logarithmic(1, 500),
                         .unit = "samples",
                         .doc = "How many samples each step averages its gradient over; the whole "
                                "training set is batch descent, 1 is stochastic descent.",
                         .words = batch_words})};

/// The one setting that is a list: this row holds for each of its members.
inline constexpr std::array<int, 2> default_hidden{8, 8};
inline constexpr Hyperparameter hidden_row{
    .id = "hidden",
    .name = "Hidden layers",
    .domain = within(1, 1'000'000),
    .slider = linear(1, 32),
    .unit = "units",
    .doc = "The units of each hidden layer; none makes the network a linear model.",
    .kind = Kind::integer};

struct PenaltyOptions {
  double l1 = 0, l2 = 0;
};

inline constexpr std::array penalty_rows{
    row<PenaltyOptions>(&PenaltyOptions::l1,
                        {.id = "l1",
                         .name = "L1 penalty",
                         .symbol = "λ₁",
                         .domain = at_least(0),
                         .slider = linear(0, 0.1),
                         .doc = "Adds λ₁ times the sizes of all weights to the loss, which drives "
                                "useless weights to zero."}),
    row<PenaltyOptions>(&PenaltyOptions::l2,
                        {.id = "l2",
                         .name = "L2 penalty",
                         .symbol = "λ₂",
                         .domain = at_least(0),
                         .slider = linear(0, 0.1),
                         .doc = "Adds λ₂/2 times the squares of all weights to the loss, which "
                                "keeps them small."})};

struct SurfaceOptions {
  double start_x = 0, start_y = 0;  ///< The surface's own start where none is given.
  double gradient_noise = 0;
};

inline constexpr std::array surface_rows{row<SurfaceOptions>(
    &SurfaceOptions::gradient_noise,
    {.id = "gradientNoise",
     .name = "Gradient noise",
     .symbol = "σ",
     .domain = at_least(0),
     .slider = linear(0, 10),
     .doc = "Standard deviation of a random tilt, drawn anew at every step: what mini-batches do "
            "to a network's gradient."})};

/// Of each coordinate of a start.
inline constexpr Hyperparameter start_row{
    .id = "start",
    .name = "Start",
    .domain = within(-1e6, 1e6),
    .slider = linear(-10, 10),
    .doc = "Where every racer starts; by default the surface's own start."};

struct RacerOptions {
  int batch_size = race_batch;
  double clip_norm = 0;
};

inline constexpr std::array racer_rows{
    row<RacerOptions>(&RacerOptions::batch_size,
                      {.id = "batchSize",
                       .name = "Own batch size",
                       .symbol = "B",
                       .domain = within(1, 1'000'000),
                       .slider = logarithmic(1, 500),
                       .unit = "samples",
                       .doc = "A batch size for this racer alone. Every racer walks the same "
                              "shuffled samples, cut into its own batches.",
                       .words = racer_batch_words}),
    row<RacerOptions>(&RacerOptions::clip_norm,
                      {.id = "clipNorm",
                       .name = "Clip gradient",
                       .domain = at_least(0),
                       .slider = linear(0, 10),
                       .doc = "Shortens a gradient that is longer than this, so that one steep "
                              "spot can't throw the racer out; 0 is off."})};

/// What every schedule accepts beside its own; a row of its own of the same id stands in for one.
struct ScheduleOptions {
  double warmup_steps = 0;
};

inline constexpr std::array schedule_rows{warm_up_row<ScheduleOptions>()};

struct RunOptions {
  int seed = 1;
};

inline constexpr std::array run_rows{
    row<RunOptions>(&RunOptions::seed,
                    {.id = "seed",
                     .name = "Start seed",
                     .domain = within(0, 2147483647),
                     .slider = linear(0, 1000),
                     .doc = "Draws the initial weights, the order of the samples, and the noise of "
                            "gradients, the same for every racer."})};

static_assert(well_formed(problem_rows) && well_formed(penalty_rows) && well_formed(racer_rows) &&
              well_formed(run_rows) && well_formed(surface_rows) && well_formed(schedule_rows));

}  // namespace fall_line
