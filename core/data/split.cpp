// SPDX-License-Identifier: MIT
#include "data/split.hpp"

#include <cmath>
#include <numeric>

namespace fall_line {

Split split(std::size_t count, double test_fraction, Stream& stream) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  stream.shuffle(order);
  auto tests = static_cast<std::size_t>(test_fraction * static_cast<double>(count) + 0.5);
  if (tests >= count) tests = count - 1;
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(tests);
  return {.train = {middle, order.end()}, .test = {order.begin(), middle}};
}

Standardization standardization(const Samples& samples, const std::vector<std::uint32_t>& train) {
  const auto inputs = static_cast<std::size_t>(samples.inputs);
  const auto n = static_cast<double>(train.size());
  Standardization result = no_standardization(samples.inputs);
  for (std::size_t j = 0; j < inputs; ++j) {
    // Measured from the first value: rounding can't make a constant input vary.
    const double first = samples.input(train.front())[j];
    double sum = 0, squares = 0;
    for (const std::uint32_t i : train) sum += samples.input(i)[j] - first;
    const double mean = first + sum / n;
    for (const std::uint32_t i : train) {
      const double d = samples.input(i)[j] - mean;
      squares += d * d;
    }
    result.mean[j] = mean;
    if (squares > 0) result.deviation[j] = std::sqrt(squares / n);
  }
  return result;
}

Standardization no_standardization(int inputs) {
  const auto n = static_cast<std::size_t>(inputs);
  return {.mean = std::vector(n, 0.0), .deviation = std::vector(n, 1.0)};
}

}  // namespace fall_line
