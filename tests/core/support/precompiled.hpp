// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "support/rewritten.hpp"
#include "support/rule_steps.hpp"
#include "support/watched.hpp"

/// What most tests include, compiled once for all of them.
namespace fall_line {

/// Never called. The templates that most tests use are instantiated here instead of in each of
/// them.
inline void instantiate_templates() {
  const Settings settings{at("", 0)};
  const Named named{{"", 0}};
  const std::vector<GivenStep> steps{{0, 0}};
  const std::vector<std::size_t> sizes{0};
  std::vector<double> numbers{0};
  numbers.push_back(0);
  std::unique_ptr<Run> run = make_run(with(settings, {at("", 0)}));
  run->step(1);
  EXPECT_TRUE(named[0].id.empty()) << steps[0].rate << settings[0].path;
  EXPECT_EQ(run->curve().size(), sizes[0]);
  EXPECT_EQ(numbers, std::vector<double>{0});
  EXPECT_EQ(numbers[0], 0);
  EXPECT_EQ(numbers[0], numbers[0]);
  EXPECT_EQ(settings[0].path, "");
  EXPECT_EQ(std::vector{settings[0].path}, std::vector<std::string>{});
  EXPECT_NE(run, nullptr);
  EXPECT_LT(numbers[0], 0);
  EXPECT_GT(numbers[0], 0.0);
  EXPECT_LE(numbers[0], 0.0);
}

}  // namespace fall_line
