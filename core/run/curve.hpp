// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "run/fields.hpp"

namespace fall_line {

/// One recorded point of a curve: losses and accuracies over the whole splits, and the rate.
struct Record {
  std::uint64_t step;
  double epoch, samples_seen;
  double train_loss, test_loss;  ///< Data terms; NaN without a test split.
  double train_accuracy, test_accuracy;
  double learning_rate;  ///< That the last update used; NaN at step 0.
};

/// The columns of a curve. Axes come first.
template <>
inline constexpr auto fields<Record> = std::tuple{
    Field{"step", &Record::step},
    Field{"epoch", &Record::epoch},
    Field{"samplesSeen", &Record::samples_seen},
    Field{"trainLoss", &Record::train_loss},
    Field{"testLoss", &Record::test_loss},
    Field{"trainAccuracy", &Record::train_accuracy},
    Field{"testAccuracy", &Record::test_accuracy},
    Field{"learningRate", &Record::learning_rate},
};
static_assert(complete<Record>());

using Curve = std::vector<Record>;

/// What a record holds of each layer of a network.
struct LayerRecord {
  double weight_norm;  ///< Norm of the weights that the losses are of, without biases.
};

/// The columns of a curve that exist once per layer.
template <>
inline constexpr auto fields<LayerRecord> =
    std::tuple{Field{"weightNorms", &LayerRecord::weight_norm}};
static_assert(complete<LayerRecord>());

/// [record][layer], as many records as the curve has.
using LayerCurve = std::vector<LayerRecord>;

/// A step is recorded if its number is a multiple of this stride. The stride is the largest of 1, 2
/// or 5 times a power of ten that is at most a fiftieth of the step, so every step up to 100 is
/// recorded. Which steps are recorded depends on the step number alone.
constexpr std::uint64_t record_stride(std::uint64_t step) {
  std::uint64_t stride = 1;
  for (std::uint64_t decade = 1; decade * 50 <= step; decade *= 10)
    for (const std::uint64_t factor : {1, 2, 5})
      if (factor * decade * 50 <= step) stride = factor * decade;
  return stride;
}

/// Whether a step is recorded.
constexpr bool is_recorded(std::uint64_t step) { return step % record_stride(step) == 0; }

/// The first step after this one that is recorded. The stride grows at multiples of the next only.
constexpr std::uint64_t next_recorded(std::uint64_t step) {
  const std::uint64_t stride = record_stride(step);
  return (step / stride + 1) * stride;
}

/// Indices of at most about `most` records, never without the first, the last, and every column's
/// minimum, maximum, and first non-finite value. Equal stretches of records keep their extremes.
std::vector<std::size_t> reduced(const Curve& curve, std::size_t from, std::size_t most);

}  // namespace fall_line
