// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "catalog/row.hpp"
#include "run/options.hpp"
#include "schedule/warm_up.hpp"

/// The rows of options.hpp, declared in the same way as those of components.
namespace fall_line {

inline constexpr std::array batch_words{Word{"full", "Full batch", full_batch}};
inline constexpr std::array racer_batch_words{Word{"race", "Same as the race", race_batch},
                                              Word{"full", "Full batch", full_batch}};

inline constexpr std::array problem_rows{
    row<ProblemOptions>(
        &ProblemOptions::test_fraction,
        {.id = "testFraction",
         .name = "Test fraction",
         .domain = within_below(0, 1),
         .slider = linear(0, 0.9),
         .doc = "The share of the samples kept for testing. A larger share measures the test loss "
                "better, and a smaller one leaves more samples for training."}),
    row<ProblemOptions>(
        &ProblemOptions::stratify,
        {.id = "stratify",
         .name = "Split each class alike",
         .doc = "Gives the test samples the same share of every class. When it is off, chance "
                "decides, and one part may have no sample of a rare class."}),
    row<ProblemOptions>(
        &ProblemOptions::batch_size,
        {.id = "batchSize",
         .name = "Batch size",
         .symbol = "B",
         .domain = within(1, 1'000'000),
         .slider = logarithmic(1, 500),
         .unit = "samples",
         .doc = "The number of samples each step averages its gradient over. "
                "Larger batches make steps less noisy but slower to compute. The full batch gives "
                "batch gradient descent, and 1 gives stochastic gradient descent.",
         .words = batch_words})};

/// The one setting that is a list: this row holds for each of its members.
inline constexpr Declaration hidden_row{
    .id = "hidden",
    .name = "Hidden layers",
    .domain = within(1, 1'000'000),
    .slider = linear(1, 32),
    .unit = "units",
    .doc =
        "The number of units in each hidden layer. More units can fit finer detail, and no hidden "
        "layers leave a linear model.",
    .kind = Kind::integer};

/// Names of activations with commas between them.
TextForm::Reading read_activations(std::string_view names, std::span<const double> values);
inline constexpr TextForm activations_form{"", 4000, read_activations};
inline constexpr std::array normalization_choices{
    Choice{"none", "None"}, Choice{"layer", "Layer norm"}, Choice{"batch", "Batch norm"}};

inline constexpr std::array stage_rows{
    row<StageOptions>(
        &StageOptions::normalization,
        {.id = "normalization",
         .name = "Normalization",
         .doc = "Gives the sums of each hidden layer mean 0 and variance 1 before the activation. "
                "A learned gain and shift follow. Layer normalization does so over the units of "
                "each sample, and batch normalization over the samples of each batch.",
         .choices = normalization_choices}),
    row<StageOptions>(
        &StageOptions::dropout,
        {.id = "dropout",
         .name = "Dropout",
         .symbol = "p",
         .domain = within_below(0, 1),
         .slider = linear(0, 0.9),
         .doc = "Each step sets this share of the hidden activations to zero, chosen by chance. "
                "Higher values keep units from relying on each other, but make training noisier. "
                "Curves show the whole network."}),
    row<StageOptions>(
        &StageOptions::activations,
        {.id = "layerActivations",
         .name = "Activation by layer",
         .doc = "The activations of the first hidden layers, in order, such as relu, tanh. The "
                "layers that are not named keep the activation of the network."},
        activations_form)};

inline constexpr std::array penalty_rows{
    row<PenaltyOptions>(&PenaltyOptions::l1,
                        {.id = "l1",
                         .name = "L1 penalty",
                         .symbol = "λ₁",
                         .domain = within(0, 100),
                         .slider = linear(0, 0.1),
                         .doc = "Adds the absolute values of all weights, times this number, to "
                                "the loss. Higher values drive more weights to zero."}),
    row<PenaltyOptions>(&PenaltyOptions::l2,
                        {.id = "l2",
                         .name = "L2 penalty",
                         .symbol = "λ₂",
                         .domain = within(0, 100),
                         .slider = linear(0, 0.1),
                         .doc = "Adds half the squares of all weights, times this number, to the "
                                "loss. Higher values keep the weights smaller."})};

inline constexpr std::array class_rows{
    row<ClassOptions>(
        &ClassOptions::label_smoothing,
        {.id = "labelSmoothing",
         .name = "Label smoothing",
         .symbol = "ε",
         .domain = within(0, 1),
         .slider = linear(0, 0.5),
         .doc = "Training mixes this share of equal probabilities for all classes into each "
                "target. Higher values keep the network from growing too certain. Curves show the "
                "loss without it."}),
    row<ClassOptions>(&ClassOptions::balance,
                      {.id = "balanceClasses",
                       .name = "Balance classes",
                       .doc = "Training weights each sample by the inverse of its class's share of "
                              "the training samples, so rare classes count as much as common ones. "
                              "Curves show the unweighted loss."})};

inline constexpr std::array surface_rows{row<SurfaceOptions>(
    &SurfaceOptions::gradient_noise,
    {.id = "gradientNoise",
     .name = "Gradient noise",
     .symbol = "σ",
     .domain = within(0, 1000),
     .slider = linear(0, 10),
     .doc = "The standard deviation of random noise in the gradient, drawn anew at every step as "
            "with mini-batches. Higher values make the paths more erratic."})};

/// Holds for each coordinate of the starting point.
inline constexpr Declaration start_row{
    .id = "start",
    .name = "Starting point",
    .domain = within(-1e6, 1e6),
    .slider = linear(-10, 10),
    .doc = "Where every racer starts. The default is the surface's own starting point."};

inline constexpr std::array racer_rows{
    row<RacerOptions>(
        &RacerOptions::batch_size,
        {.id = "batchSize",
         .name = "Batch size for this racer",
         .symbol = "B",
         .domain = within(1, 1'000'000),
         .slider = logarithmic(1, 500),
         .unit = "samples",
         .doc = "The number of samples per step for this racer alone. Larger batches make its "
                "steps less noisy, and the order of the samples stays shared.",
         .words = racer_batch_words}),
    row<RacerOptions>(&RacerOptions::clip_norm,
                      {.id = "clipNorm",
                       .name = "Gradient clipping",
                       .domain = at_least(0),
                       .slider = linear(0, 10),
                       .doc = "Gradients longer than this are shortened to it. Lower values tame "
                              "steep spots but make steps shorter, and 0 turns clipping off."})};

/// A schedule's own row replaces one of these with the same id.
inline constexpr std::array schedule_rows{warm_up_row<ScheduleOptions>()};

inline constexpr std::array run_rows{row<RunOptions>(
    &RunOptions::seed, {.id = "seed",
                        .name = "Random seed",
                        .domain = within(0, 2147483647),
                        .slider = linear(0, 1000),
                        .doc = "A different seed draws other initial weights, batch orders and "
                               "gradient noise, shared by all racers."})};

static_assert(well_formed(problem_rows) && well_formed(stage_rows) && well_formed(penalty_rows) &&
              well_formed(class_rows) && well_formed(racer_rows) && well_formed(run_rows) &&
              well_formed(surface_rows) && well_formed(schedule_rows));

}  // namespace fall_line
