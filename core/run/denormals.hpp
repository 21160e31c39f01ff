// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "catalog/state.hpp"

namespace fall_line {

/// Steps between two looks: seldom enough to cost nothing, and soon enough, since an average that
/// has shrunk so far would else stay there for ever.
inline constexpr std::uint64_t denormal_period = 64;

/// Makes denormal numbers zero. Decayed averages of gradients that have vanished, such as a dead
/// ReLU's, end there, and powers of a β; arithmetic with them is slow on most processors.
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
