// SPDX-License-Identifier: MIT
#include <array>

#include "schedule/schedule.hpp"

namespace fall_line {
namespace schedule_entries {
#define ENTRY(name) extern const ScheduleDocs name##_docs;
#include "schedule/schedules.def"
#undef ENTRY
}  // namespace schedule_entries

const ScheduleDocs& docs_of(const ScheduleEntry& entry) {
#define ENTRY(name) &schedule_entries::name##_docs,
  static constexpr std::array all{
#include "schedule/schedules.def"
  };
#undef ENTRY
  return docs_at<ScheduleEntry, ScheduleDocs>(entry, schedules(), all);
}

}  // namespace fall_line
