// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>

#include "run/options.hpp"
#include "run/plan.hpp"
#include "schedule/warm_up.hpp"

namespace fall_line {

/// The learning rate of each update: the chosen rate times warm-up and schedule.
class Rates {
 public:
  Rates(const Chosen<ScheduleEntry>& schedule, const ScheduleOptions& options)
      : schedule_(schedule.entry->make(schedule.values)), options_(options) {
    schedule_->reset();
  }

  /// The rate of update t, counted from 0.
  double at(std::uint64_t t, double learning_rate) const {
    return learning_rate * warm_up(options_.warmup_steps, static_cast<double>(t)) *
           schedule_->factor(t);
  }
  Schedule& schedule() { return *schedule_; }

 private:
  std::unique_ptr<Schedule> schedule_;
  ScheduleOptions options_;
};

}  // namespace fall_line
