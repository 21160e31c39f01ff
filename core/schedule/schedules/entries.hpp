// SPDX-License-Identifier: MIT
#pragma once

#include "schedule/form.hpp"

namespace fall_line::schedule_entries {
#define ENTRY(name) extern const ScheduleEntry name;
#include "schedule/schedules.def"
#undef ENTRY
}  // namespace fall_line::schedule_entries
