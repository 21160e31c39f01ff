// SPDX-License-Identifier: MIT
#pragma once

#include "schedule/schedule.hpp"

/// What a file in schedules/ includes. A schedule is a struct of its hyperparameters, plain fields
/// with their defaults, and of
/// - `factor(t) const`, the factor on the rate of update t, counted from 0;
/// or, if the schedule depends on losses,
/// - `struct State`, with `visit(v)` calling v("name", field) for each number;
/// - `hear(state, loss) const`, at the end of each epoch;
/// - `factor(state) const`.
namespace fall_line {

template <class Form>
concept Listens = requires {
  typename Form::State;
};

template <class Form>
class FormSchedule final : public Schedule {
 public:
  explicit FormSchedule(const Form& form) : form_(form) {}

  void reset() override { state_ = {}; }
  double factor(std::uint64_t t) const override {
    if constexpr (Listens<Form>) {
      return form_.factor(state_);
    } else {
      return form_.factor(static_cast<double>(t));
    }
  }
  void hear([[maybe_unused]] double loss) override {
    if constexpr (Listens<Form>) form_.hear(state_, loss);
  }
  void visit(StateVisitor& visitor) override { state_.visit(visitor); }

 private:
  static auto empty() {
    if constexpr (Listens<Form>) {
      return typename Form::State{};
    } else {
      return NoState{};
    }
  }

  Form form_;
  decltype(empty()) state_;
};

/// Completes an entry with its rows and form. A malformed row does not compile.
template <class Form, auto& rows>
constexpr ScheduleEntry schedule_entry(ScheduleEntry entry) {
  static_assert(well_formed(rows));
  entry.listens = Listens<Form>;
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.make = [](const Values& values) -> std::unique_ptr<Schedule> {
    return std::make_unique<FormSchedule<Form>>(with_values<Form, rows>(values));
  };
  return entry;
}

inline constexpr double most_steps = 1'000'000'000;

template <class Form>
constexpr Row<Form> steps_row(int Form::*field, std::string_view id, std::string_view name,
                              std::string_view symbol, std::string_view doc) {
  return row<Form>(field, {.id = id,
                           .name = name,
                           .symbol = symbol,
                           .domain = within(1, most_steps),
                           .slider = logarithmic(1, 10000),
                           .unit = "steps",
                           .doc = doc});
}

template <class Form>
constexpr Row<Form> total_steps_row() {
  return steps_row(&Form::total_steps, "totalSteps", "Schedule length", "T",
                   "Raising it spreads the schedule over more steps. After this length the "
                   "learning rate stays at its lowest.");
}

/// The lowest rate as a fraction of the chosen one.
template <class Form>
constexpr Row<Form> min_factor_row(std::string_view doc) {
  return row<Form>(&Form::min_factor, {.id = "minFactor",
                                       .name = "Lowest fraction of the rate",
                                       .symbol = "r",
                                       .domain = within(0, 1),
                                       .slider = linear(0, 1),
                                       .doc = doc});
}

}  // namespace fall_line
