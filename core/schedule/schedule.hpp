// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "catalog/row.hpp"

namespace fall_line {

/// How the learning rate changes over a race.
struct ScheduleEntry {
  std::string_view id, name, summary;
  std::span<const Hyperparameter> hyperparameters = {};
  /// The factor on the learning rate that update t uses, the first being t = 0.
  double (*factor)(const Values& values, std::uint64_t t) = nullptr;
};

std::span<const ScheduleEntry* const> schedules();

}  // namespace fall_line
