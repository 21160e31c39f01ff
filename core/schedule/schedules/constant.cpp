// SPDX-License-Identifier: MIT
#include "schedule/schedules/entries.hpp"

namespace fall_line {

constinit const ScheduleEntry schedule_entries::constant{
    .id = "constant",
    .name = "Constant",
    .summary = "The same rate from the first step to the last.",
    .factor = [](const Values&, std::uint64_t) { return 1.0; },
};

}  // namespace fall_line
