// SPDX-License-Identifier: MIT
#include "network/hidden/stages.hpp"

#include <utility>

#include "network/hidden/dropout.hpp"
#include "network/hidden/normalizer.hpp"
#include "numeric/kernels.hpp"

namespace fall_line {

HiddenStages make_stages(const NetworkShape& shape, StageChoice choice, std::size_t largest_batch) {
  const Layout layout(shape);
  HiddenStages stages{.activations = std::move(choice.activations)};
  if (choice.normalization == Normalization::batch) stages.chunk = kernels::padded(largest_batch);
  if (choice.normalization != Normalization::none)
    stages.normalization = std::make_unique<Normalizer>(choice.normalization, layout, stages.chunk);
  if (choice.dropout != 0)
    stages.dropout = std::make_unique<Dropout>(choice.dropout, choice.seed, layout, stages.chunk);
  return stages;
}

}  // namespace fall_line
