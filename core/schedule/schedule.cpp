// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <array>

#include "schedule/schedules/entries.hpp"

namespace fall_line {

std::span<const ScheduleEntry* const> schedules() {
#define ENTRY(name) &schedule_entries::name,
  static constexpr std::array all{
#include "schedule/schedules.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
