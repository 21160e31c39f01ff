// SPDX-License-Identifier: MIT
#include "support/watched.hpp"

#include <gtest/gtest.h>

namespace fall_line {

std::vector<std::string> suited_ids(const Run& run, Reading reading) {
  std::vector<std::string> ids;
  const auto unsuited = run.unsuited();
  for (const InstrumentEntry* entry : instruments())
    if (!unsuited.contains(std::string(entry->id)) &&
        (entry->show != nullptr) == (reading == Reading::histogram))
      ids.emplace_back(entry->id);
  return ids;
}

std::vector<Histogram> histograms_of(Run& run, const std::string& id) {
  const InstrumentCheck check = run.check_instruments({id}, Reading::histogram);
  EXPECT_EQ(messages(check.problems), std::vector<std::string>{});
  return run.histograms(*check.instruments.at(0));
}

void watch(Run& run, const std::vector<std::string>& ids) {
  const InstrumentCheck check = run.check_instruments(ids, Reading::record);
  ASSERT_EQ(messages(check.problems), std::vector<std::string>{});
  run.watch(check.instruments);
}

std::vector<double> column(const Run& run, std::string_view id, std::size_t index) {
  std::vector<double> values;
  for (const Readings& each : run.readings())
    if (each.instrument->id == id)
      for (std::size_t i = index; i < each.values.size(); i += each.columns)
        values.push_back(each.values[i]);
  EXPECT_EQ(values.size(), run.curve().size()) << id;
  return values;
}

void expect_same_readings(const Run& a, const Run& b) {
  ASSERT_EQ(a.readings().size(), b.readings().size());
  for (std::size_t r = 0; r < a.readings().size(); ++r) {
    const Readings &one = a.readings()[r], &other = b.readings()[r];
    SCOPED_TRACE(one.instrument->id);
    ASSERT_EQ(one.instrument, other.instrument);
    ASSERT_EQ(one.values.size(), other.values.size());
    for (std::size_t i = 0; i < one.values.size(); ++i)
      EXPECT_TRUE(same(one.values[i], other.values[i])) << "value " << i;
  }
}

std::vector<Settings> watchable_races() {
  return {small_race({at("optimizer.id", "adam"), at("problem.network.hidden", {5.0, 3.0})}),
          small_race({at("problem.batchSize", "full"), at("problem.network.activation", "relu"),
                      at("optimizer.id", "momentum")}),
          small_race({at("problem.dataset.id", "sine"), at("optimizer.learningRate", 0.05)}),
          on_surface("rosenbrock", {-1.2, 1}, "rmsprop")};
}

}  // namespace fall_line
