// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "optimizer/wrapper.hpp"
#include "support/optimizers.hpp"

namespace fall_line {

/// A wrapper around an optimizer, with this id, these hyperparameters and defaults for the rest.
std::unique_ptr<Optimizer> wrap(std::string_view id, const Named& named,
                                std::unique_ptr<Optimizer> inner);

std::unique_ptr<Optimizer> unwrapped(std::string_view id, const Named& named = {});

Vector evaluation_of(const Optimizer& optimizer, const Vector& w);

void expect_close(const Vector& values, const std::vector<double>& expected);

}  // namespace fall_line
