// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "schedule/warm_up.hpp"
#include "support/schedules.hpp"

/// Compares every schedule with PyTorch's. reference/schedules.py writes PyTorch's rates.
namespace fall_line {
namespace {

struct Reference {
  std::string_view schedule;
  double warmup_steps;
  Named hyperparameters;
  std::vector<double> heard;  ///< The loss of each epoch, for the schedule that follows the loss.
  std::vector<double> rates;
};

const std::vector<Reference>& references() {
  static const std::vector<Reference> all = {
#include "../../reference/schedules.inc"
  };
  return all;
}

TEST(ScheduleReference, GivesEveryUpdateTheSameRate) {
  for (const Reference& reference : references()) {
    SCOPED_TRACE(testing::Message() << reference.schedule << ", " << reference.warmup_steps);
    const auto schedule = make_schedule(reference.schedule, reference.hyperparameters);
    for (std::size_t t = 0; t < reference.rates.size(); ++t) {
      const double rate =
          warm_up(reference.warmup_steps, static_cast<double>(t)) * schedule->factor(t);
      ASSERT_NEAR(rate, reference.rates[t], 1e-12 * reference.rates[t] + 1e-15) << "step " << t;
      if (!reference.heard.empty()) schedule->hear(reference.heard[t]);
    }
  }
}

TEST(ScheduleReference, CoversEverySchedule) {
  std::set<std::string_view> covered;
  for (const Reference& reference : references()) {
    covered.insert(reference.schedule);
    // A reference must set every hyperparameter, as it can't know our defaults.
    EXPECT_EQ(reference.hyperparameters.size(),
              find(schedules(), reference.schedule)->hyperparameters.size());
  }
  for (const ScheduleEntry* entry : schedules()) EXPECT_TRUE(covered.contains(entry->id));
}

}  // namespace
}  // namespace fall_line
