// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "run/fields.hpp"

namespace fall_line {

/// One recorded point of a curve: losses and accuracies over the whole splits, and the rate.
struct Rung {
  std::uint64_t step;
  double epoch, samples_seen;
  double train_loss, test_loss;  ///< Data terms; NaN without a test split.
  double train_accuracy, test_accuracy;
  double learning_rate;  ///< That the last update used; NaN at step 0.
};

/// The columns of a curve. Axes come first.
template <>
inline constexpr auto fields<Rung> = std::tuple{
    Field{"step", &Rung::step},
    Field{"epoch", &Rung::epoch},
    Field{"samplesSeen", &Rung::samples_seen},
    Field{"trainLoss", &Rung::train_loss},
    Field{"testLoss", &Rung::test_loss},
    Field{"trainAccuracy", &Rung::train_accuracy},
    Field{"testAccuracy", &Rung::test_accuracy},
    Field{"learningRate", &Rung::learning_rate},
};
static_assert(complete<Rung>());

using Curve = std::vector<Rung>;

/// What a rung records of each layer of a network.
struct LayerRung {
  double weight_norm;  ///< Norm of the weights that the losses are of, without biases.
};

/// The columns of a curve that exist once per layer.
template <>
inline constexpr auto fields<LayerRung> = std::tuple{Field{"weightNorms", &LayerRung::weight_norm}};
static_assert(complete<LayerRung>());

/// [rung][layer], as many rungs as the curve has.
using LayerCurve = std::vector<LayerRung>;

/// A step is recorded if its number is a multiple of this stride. The stride is the largest of 1, 2
/// or 5 times a power of ten that is at most a fiftieth of the step, so every step up to 100 is
/// recorded. Which steps are recorded depends on the step number alone.
constexpr std::uint64_t rung_stride(std::uint64_t step) {
  std::uint64_t stride = 1;
  for (std::uint64_t decade = 1; decade * 50 <= step; decade *= 10)
    for (const std::uint64_t factor : {1, 2, 5})
      if (factor * decade * 50 <= step) stride = factor * decade;
  return stride;
}

/// Whether a step is recorded.
constexpr bool is_rung(std::uint64_t step) { return step % rung_stride(step) == 0; }

/// The first step after this one that is recorded. The stride grows at multiples of the next only.
constexpr std::uint64_t next_rung(std::uint64_t step) {
  const std::uint64_t stride = rung_stride(step);
  return (step / stride + 1) * stride;
}

/// Indices of at most about `most` rungs, never without the first, the last, and every column's
/// minimum, maximum, and first non-finite value. Equal stretches of rungs keep their extremes.
std::vector<std::size_t> reduced(const Curve& curve, std::size_t from, std::size_t most);

}  // namespace fall_line
