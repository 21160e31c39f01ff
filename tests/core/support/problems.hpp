// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "data/samples.hpp"
#include "data/split.hpp"
#include "numeric/random.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// Gaussian inputs, rounded to Real. Classes alternate, and regression targets are Gaussian.
Samples random_samples(Task task, int inputs, int outputs, int classes, std::size_t count,
                       std::uint64_t seed = 1);

std::vector<std::uint32_t> indices_up_to(std::size_t count);

/// A split with all samples for training, in their order.
Split all_training(const Samples& samples);

Vector random_parameters(std::size_t n, std::uint64_t seed = 1);

std::vector<double> to_double(const Vector& values);

}  // namespace fall_line
