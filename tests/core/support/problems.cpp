// SPDX-License-Identifier: MIT
#include "support/problems.hpp"

#include <numeric>

namespace fall_line {

Samples random_samples(Task task, int inputs, int outputs, int classes, std::size_t count,
                       std::uint64_t seed) {
  Samples samples{.task = task, .shape = inputs, .outputs = outputs, .classes = classes};
  Stream stream("samples", seed);
  const auto draw = [&] { return static_cast<double>(static_cast<Real>(stream.normal())); };
  for (std::size_t i = 0; i < count; ++i) {
    for (int j = 0; j < inputs; ++j) samples.x.push_back(draw());
    if (task == Task::classification) {
      samples.y.push_back(static_cast<double>(i % static_cast<std::size_t>(classes)));
    } else {
      for (int k = 0; k < outputs; ++k) samples.y.push_back(draw());
    }
  }
  return samples;
}

std::vector<std::uint32_t> indices_up_to(std::size_t count) {
  std::vector<std::uint32_t> indices(count);
  std::iota(indices.begin(), indices.end(), 0U);
  return indices;
}

Split all_training(const Samples& samples) {
  return {.train = indices_up_to(samples.count()), .test = {}};
}

Vector random_parameters(std::size_t n, std::uint64_t seed) {
  Stream stream("parameters", seed);
  Vector w(n);
  for (Real& x : w) x = static_cast<Real>(0.7 * stream.normal());
  return w;
}

std::vector<double> to_double(const Vector& values) { return {values.begin(), values.end()}; }

}  // namespace fall_line
