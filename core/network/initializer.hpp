// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "catalog/docs.hpp"
#include "numeric/random.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// How a layer's weights start. Biases start at 0.
struct InitializerEntry {
  std::string_view id;
  /// Draws in double and rounds, so that both precisions start from the same numbers.
  void (*fill)(std::span<Real> weights, std::size_t inputs, std::size_t outputs,
               Stream& stream) = nullptr;
};

std::span<const InitializerEntry* const> initializers();
const Docs& docs_of(const InitializerEntry& entry);

/// Uniform over [-limit, limit].
void fill_uniform(std::span<Real> weights, double limit, Stream& stream);
/// Gaussian around 0.
void fill_normal(std::span<Real> weights, double deviation, Stream& stream);

}  // namespace fall_line
