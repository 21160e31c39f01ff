// SPDX-License-Identifier: MIT
#include "data/split.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "numeric/bits.hpp"

namespace fall_line {

namespace {

/// How many samples of each class are tested, by largest remainder.
std::vector<std::size_t> dealt(const std::vector<std::size_t>& sizes, double test_fraction,
                               std::size_t tests) {
  std::vector<std::size_t> dealt;
  std::vector<double> lacking;
  std::size_t sum = 0;
  for (const std::size_t size : sizes) {
    const double share = test_fraction * static_cast<double>(size);
    auto whole = static_cast<std::size_t>(share);
    if (whole == 0 && size > 1 && test_fraction > 0) whole = 1;
    dealt.push_back(whole);
    lacking.push_back(share - static_cast<double>(whole));
    sum += whole;
  }
  for (; sum < tests; ++sum) {
    std::size_t next = sizes.size();
    for (std::size_t c = 0; c < sizes.size(); ++c)
      if (dealt[c] + 1 < sizes[c] && (next == sizes.size() || lacking[c] > lacking[next])) next = c;
    if (next == sizes.size()) break;
    ++dealt[next];
    lacking[next] -= 1;
  }
  return dealt;
}

/// 2^-k where 2^k <= x < 2^(k+1); for x near the ends of the range of numbers 2^±1000.
double inverse_power_of_two(double x) {
  const auto biased = static_cast<int>(to_bits(x) >> 52);
  const int k = std::clamp(biased - 1023, -1000, 1000);
  return from_bits(static_cast<std::uint64_t>(1023 - k) << 52);
}

}  // namespace

Split split(std::size_t count, double test_fraction, Stream& stream, const Samples* classes) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  stream.shuffle(order);
  auto tests = static_cast<std::size_t>(test_fraction * static_cast<double>(count) + 0.5);
  if (tests >= count) tests = count - 1;

  // Without classes, all samples are of one.
  const auto class_of = [&](std::uint32_t i) {
    return classes == nullptr ? 0 : static_cast<std::size_t>(classes->y[i]);
  };
  std::vector<std::size_t> left{tests};
  if (classes != nullptr) {
    std::vector<std::size_t> sizes(static_cast<std::size_t>(classes->classes));
    for (const std::uint32_t i : order) ++sizes[class_of(i)];
    left = dealt(sizes, test_fraction, tests);
  }
  Split parts;
  for (const std::uint32_t i : order) {
    std::size_t& tests_left = left[class_of(i)];
    const bool tested = tests_left > 0;
    tests_left -= tested ? 1 : 0;
    (tested ? parts.test : parts.train).push_back(i);
  }
  return parts;
}

Standardization standardization(const Samples& samples, const std::vector<std::uint32_t>& train) {
  const auto inputs = static_cast<std::size_t>(samples.inputs());
  const auto n = static_cast<double>(train.size());
  Standardization result = no_standardization(samples.inputs());
  std::vector<double> column(train.size());
  for (std::size_t j = 0; j < inputs; ++j) {
    for (std::size_t k = 0; k < train.size(); ++k) column[k] = samples.at(train[k], j);
    // Measured from the first value: rounding can't make a constant input vary.
    const double first = column.front();
    double range = 0;
    for (const double x : column) range = std::max(range, magnitude(x - first));
    // Neither sums nor squares leave the range of numbers, and a power of two rounds nothing.
    const double scale = inverse_power_of_two(range);
    double sum = 0, squares = 0;
    for (const double x : column) sum += scale * (x - first);
    const double mean = first + sum / n / scale;
    for (const double x : column) {
      const double d = scale * (x - mean);
      squares += d * d;
    }
    const double deviation = std::sqrt(squares / n) / scale;
    result.mean[j] = mean;
    if (deviation > 0) result.deviation[j] = deviation;
  }
  return result;
}

Standardization no_standardization(int inputs) {
  const auto n = static_cast<std::size_t>(inputs);
  return {.mean = std::vector(n, 0.0), .deviation = std::vector(n, 1.0)};
}

}  // namespace fall_line
