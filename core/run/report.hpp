// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "objective/objective.hpp"
#include "run/fields.hpp"

namespace fall_line {

template <>
inline constexpr auto fields<Work> =
    std::tuple{Field{"loss", &Work::loss}, Field{"gradient", &Work::gradient},
               Field{"hessianProduct", &Work::hessian_product}};
static_assert(complete<Work>());

enum class Status { running, converged, diverged };

constexpr const char* name(Status status) {
  return status == Status::running     ? "running"
         : status == Status::converged ? "converged"
                                       : "diverged";
}

/// Why a run ended: a code for programs, a sentence for people.
struct Cause {
  std::string code, message;

  bool operator==(const Cause&) const = default;
};

template <>
inline constexpr auto fields<Cause> =
    std::tuple{Field{"code", &Cause::code}, Field{"message", &Cause::message}};
static_assert(complete<Cause>());

/// NaN in a field: no step has been taken yet, or the rule has no such value.
struct Report {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  std::uint64_t step = 0;
  double epoch = 0;  ///< Samples drawn / training samples.
  Work work;
  double loss = none;           ///< Of the last mini-batch, before its update, penalties included.
  double learning_rate = none;  ///< That the last update used.
  double gradient_norm = none;  ///< Of that gradient, before clipping.
  std::uint64_t failed_searches = 0;  ///< Line searches that ended in a small gradient step.
  Status status = Status::running;
  std::optional<Cause> cause;  ///< Of a run that has ended.

  std::uint64_t samples_seen() const { return work.samples(); }
};

template <>
inline constexpr auto fields<Report> = std::tuple{
    Field{"step", &Report::step},
    Field{"epoch", &Report::epoch},
    Field{"samplesSeen", &Report::samples_seen},
    Field{"work", &Report::work},
    Field{"loss", &Report::loss},
    Field{"learningRate", &Report::learning_rate},
    Field{"gradientNorm", &Report::gradient_norm},
    Field{"failedSearches", &Report::failed_searches},
    Field{"status", &Report::status},
    Field{"cause", &Report::cause},
};
static_assert(complete<Report>());

/// Of the present parameters, over the whole splits. Empty where there is no test split, and
/// accuracies where there are no classes.
struct Evaluation {
  double train_loss, train_data_loss;
  std::optional<double> test_loss, train_accuracy, test_accuracy;
};

template <>
inline constexpr auto fields<Evaluation> = std::tuple{
    Field{"trainLoss", &Evaluation::train_loss},
    Field{"trainDataLoss", &Evaluation::train_data_loss},
    Field{"testLoss", &Evaluation::test_loss},
    Field{"trainAccuracy", &Evaluation::train_accuracy},
    Field{"testAccuracy", &Evaluation::test_accuracy},
};
static_assert(complete<Evaluation>());

/// How a rule draws the samples of its next step.
struct Sampling {
  std::vector<double> probabilities;  ///< Of the training split, in its order.
  /// E‖d‖² of the gradient estimate d from one sample, without penalties: under these probabilities
  /// and under uniform ones. The variance is what exceeds ‖E d‖².
  double second_moment, uniform_second_moment;
  double gradient_square;  ///< ‖E d‖², the same for both.
};

template <>
inline constexpr auto fields<Sampling> = std::tuple{
    Field{"probabilities", &Sampling::probabilities},
    Field{"secondMoment", &Sampling::second_moment},
    Field{"uniformSecondMoment", &Sampling::uniform_second_moment},
    Field{"gradientSquare", &Sampling::gradient_square},
};
static_assert(complete<Sampling>());

}  // namespace fall_line
