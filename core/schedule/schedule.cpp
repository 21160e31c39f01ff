// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <array>

namespace fall_line {
namespace schedule_entries {
#define ENTRY(name) extern const ScheduleEntry name;
#include "schedule/schedules.def"
#undef ENTRY
}  // namespace schedule_entries

std::span<const ScheduleEntry* const> schedules() {
#define ENTRY(name) &schedule_entries::name,
  static constexpr std::array all{
#include "schedule/schedules.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
