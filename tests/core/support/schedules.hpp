// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string_view>

#include "catalog/find.hpp"
#include "schedule/schedule.hpp"
#include "support/optimizers.hpp"

namespace fall_line {

/// A new schedule with this id, these hyperparameters, and defaults for the rest.
inline std::unique_ptr<Schedule> make_schedule(std::string_view id, const Named& named = {}) {
  const ScheduleEntry* entry = find(schedules(), id);
  if (entry == nullptr) {
    ADD_FAILURE() << "no schedule " << id;
    return nullptr;
  }
  auto schedule = entry->make(values_of(*entry, named));
  schedule->reset();
  return schedule;
}

}  // namespace fall_line
