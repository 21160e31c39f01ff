// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "network/activation.hpp"
#include "network/hidden/stage.hpp"
#include "network/layout.hpp"

namespace fall_line {

/// What a normalization takes mean and variance over: the units of a layer, for each sample (layer
/// normalization, Ba, Kiros & Hinton 2016), or the samples of a batch, for each unit (batch
/// normalization, Ioffe & Szegedy 2015).
enum class Normalization { none, layer, batch };

/// Larger batches are split into chunks of this many samples, unless they must not be.
inline constexpr std::size_t usual_chunk = 128;

/// What stands between the sums of a hidden layer and the next layer, and how many samples are
/// loaded at once.
struct HiddenStages {
  std::vector<const ActivationEntry*> activations;  ///< Of each hidden layer.
  std::unique_ptr<HiddenStage> normalization = nullptr, dropout = nullptr;  ///< Null: none.
  std::size_t chunk = usual_chunk;  ///< A multiple of kernels::batch_multiple.
};

/// Which stages a network has.
struct StageChoice {
  std::vector<const ActivationEntry*> activations;  ///< Of each hidden layer.
  Normalization normalization = Normalization::none;
  double dropout = 0;
  std::uint64_t seed = 1;  ///< Of dropout.
};

/// Batch normalization sees a batch as a whole, so its chunks have room for `largest_batch`.
HiddenStages make_stages(const NetworkShape& shape, StageChoice choice, std::size_t largest_batch);

}  // namespace fall_line
