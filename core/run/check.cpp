// SPDX-License-Identifier: MIT
#include "run/check.hpp"

#include "catalog/text.hpp"
#include "run/memory.hpp"
#include "run/needs.hpp"
#include "run/option_rows.hpp"
#include "run/reader.hpp"

namespace fall_line {
namespace {

/// "optimizer.wrappers.2."
std::string wrapper_prefix(std::size_t i) { return "optimizer.wrappers." + text(i) + "."; }

/// The rule that the id chooses, among the built-in ones and these.
void read_rule(Reader& reader, const OwnRules& own, Plan& plan) {
  std::vector<const OptimizerEntry*> all(optimizers().begin(), optimizers().end());
  for (const auto& rule : own) all.push_back(&rule->entry());
  const std::span<const OptimizerEntry* const> offered(all);
  plan.optimizer.entry = reader.choose("optimizer.id", offered, optimizers()[0]);
  for (const auto& rule : own)
    if (plan.optimizer.entry == &rule->entry()) plan.own_rule = rule;
}

void read_wrappers(Reader& reader, std::vector<Chosen<WrapperEntry>>& all) {
  // An empty list arrives as a list of numbers.
  if (const SettingValue* value = reader.take("optimizer.wrappers")) {
    const auto* list = std::get_if<std::vector<double>>(value);
    if (list == nullptr || !list->empty())
      reader.refuse("optimizer.wrappers",
                    {Refusal::wrong_type, "must be a list of wrappers, each with its id"}, *value);
  }
  for (std::size_t i = 0; reader.has(wrapper_prefix(i)); ++i) {
    const std::string prefix = wrapper_prefix(i);
    if (!reader.has(prefix + "id")) {
      reader.refuse_text(prefix + "id",
                         {Refusal::unknown_id, "must be one of " + known_ids(wrappers())},
                         "nothing");
      reader.take_all(prefix);
    }
    const WrapperEntry* entry = reader.choose<WrapperEntry>(prefix + "id", wrappers(), nullptr);
    if (entry == nullptr) continue;
    all.push_back({entry, reader.component(prefix, entry->hyperparameters)});
  }
}

void read_schedule(Reader& reader, Chosen<ScheduleEntry>& schedule, ScheduleOptions& pace) {
  const std::string prefix = "schedule.";
  schedule.entry = reader.choose(prefix + "id", schedules(), schedules()[0]);
  if (schedule.entry == nullptr) return;
  const auto own = schedule.entry->hyperparameters;
  schedule.values = reader.component(prefix, own);
  reader.options<schedule_rows>(prefix, pace, own);
}

}  // namespace

Check check(const Settings& settings, std::shared_ptr<const Samples> own_data,
            const OwnRules& own_rules) {
  Reader reader(settings);
  Plan plan;
  plan.own_data = own_data;
  plan.problem = read_problem(reader, std::move(own_data));
  read_rule(reader, own_rules, plan);
  if (plan.optimizer.entry != nullptr) {
    plan.optimizer.values = reader.component("optimizer.", plan.optimizer.entry->hyperparameters);
    read_wrappers(reader, plan.wrappers);
    reader.options<racer_rows>("optimizer.", plan.racer);
    if (plan.optimizer.entry->needs_float64 && sizeof(Real) < sizeof(double))
      reader.refuse_text("optimizer.id",
                         {Refusal::unmet_need, "must be an optimizer that works in float32",
                          "needs 64-bit numbers"},
                         quoted(plan.optimizer.entry->id));
  }
  read_schedule(reader, plan.schedule, plan.pace);
  reader.options<run_rows>("", plan.run);

  std::vector<Problem> problems = reader.finish();
  if (problems.empty())
    if (auto refusal = beyond_run_limit("problem", memory_need(plan)))
      problems.push_back(std::move(*refusal));
  if (problems.empty())
    if (auto refusal = unmet_need(plan)) problems.push_back(std::move(*refusal));
  if (problems.empty()) plan.settings = settings;
  return {std::move(plan), std::move(problems)};
}

std::vector<Problem> check_change(const Settings& change, Plan& plan) {
  Reader reader(change);
  Values values = plan.optimizer.values;
  reader.change("optimizer.", plan.optimizer.entry->hyperparameters, values);
  std::vector<Chosen<WrapperEntry>> wrappers = plan.wrappers;
  for (std::size_t i = 0; i < wrappers.size(); ++i)
    reader.change(wrapper_prefix(i), wrappers[i].entry->hyperparameters, wrappers[i].values);
  RacerOptions racer = plan.racer;
  reader.option<racer_rows, 1>("optimizer.", racer);
  std::vector<Problem> problems = reader.finish();
  if (auto unfit = unfit_clipping(*plan.optimizer.entry, racer))
    problems.push_back(std::move(*unfit));
  if (!problems.empty()) return problems;
  plan.optimizer.values = std::move(values);
  plan.wrappers = std::move(wrappers);
  plan.racer = racer;
  return {};
}

DatasetCheck check_dataset(const Settings& settings) {
  Reader reader(settings);
  DatasetCheck result;
  result.dataset = read_dataset(reader, "dataset.");
  result.problems = reader.finish();
  if (!result.problems.empty()) return result;
  result.seed = result.dataset.entry->outline(result.dataset.values).seed;
  if (auto refusal = beyond_run_limit("dataset", memory_need(result.dataset)))
    result.problems.push_back(std::move(*refusal));
  return result;
}

SurfaceCheck check_surface(const Settings& settings) {
  Reader reader(settings);
  SurfaceCheck result;
  result.surface = read_surface(reader, "surface.");
  result.problems = reader.finish();
  return result;
}

RatesCheck check_rates(const Settings& settings) {
  Reader reader(settings);
  RatesCheck result;
  read_schedule(reader, result.schedule, result.pace);
  result.problems = reader.finish();
  if (result.problems.empty() && result.schedule.entry->listens)
    result.problems.push_back({Refusal::unfit, "schedule.id",
                               "must be a schedule that does not depend on losses",
                               quoted(result.schedule.entry->id)});
  return result;
}

}  // namespace fall_line
