// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "catalog/state.hpp"

namespace fall_line {

/// Steps between two checks. Rare checks cost nothing, and an average that has become denormal
/// would otherwise stay denormal, so none is missed.
inline constexpr std::uint64_t denormal_period = 64;

/// Sets denormal numbers to zero, since most processors are slow with them. They arise when
/// averages of vanished gradients decay, as for a dead ReLU, and in powers of a β.
class FlushDenormals final : public StateVisitor {
 public:
  void operator()(std::string_view, std::vector<float>& value) override { flush(value); }
  void operator()(std::string_view, std::vector<double>& value) override { flush(value); }
  void operator()(std::string_view, double& value) override { flush(value); }

 private:
  template <class T>
  static void flush(std::vector<T>& values) {
    for (T& x : values) flush(x);
  }

  template <class T>
  static void flush(T& x) {
    x = std::fabs(x) < std::numeric_limits<T>::min() ? T{0} : x;
  }
};

}  // namespace fall_line
