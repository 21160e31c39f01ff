// SPDX-License-Identifier: MIT
#include "run/check.hpp"

#include "catalog/text.hpp"
#include "run/check_own_data.hpp"
#include "run/memory.hpp"
#include "run/needs.hpp"
#include "run/reader.hpp"

namespace fall_line {
namespace {

/// The value of a row by its id.
double value_of(const Chosen<DatasetEntry>& dataset, std::string_view id) {
  const auto rows = dataset.entry->hyperparameters;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].id == id) return dataset.values[i];
  return 0;
}

void read_dataset(Reader& reader, const std::string& prefix, Chosen<DatasetEntry>& dataset,
                  int& seed) {
  dataset.entry = reader.choose(prefix + "id", datasets(), find(datasets(), "spiral"));
  if (dataset.entry == nullptr) return;
  dataset.values = reader.component(prefix, dataset.entry->hyperparameters);
  seed = static_cast<int>(value_of(dataset, "seed"));
}

void read_network(Reader& reader, Task task, Plan& plan) {
  const std::string prefix = "problem.network.";
  constexpr Hyperparameter layer = hidden_row.facts();
  if (const auto hidden = reader.list(prefix + "hidden", layer)) {
    plan.hidden.clear();
    for (const double units : *hidden) plan.hidden.push_back(static_cast<std::size_t>(units));
  }
  plan.activation = reader.choose(prefix + "activation", activations(), activations()[0]);
  plan.loss = reader.choose(prefix + "loss", losses(), &default_loss(task));
  plan.initializer = reader.choose(prefix + "initializer", initializers(), initializers()[0]);
  reader.options<penalty_rows>(prefix, plan.penalty);
  if (plan.loss != nullptr && !plan.loss->supports(task))
    reader.refuse_text(
        prefix + "loss",
        {Refusal::unfit, task == Task::regression ? "must be a loss for regression"
                                                  : "must be a loss for classification"},
        quoted(plan.loss->id));
}

void choose_surface(Reader& reader, const std::string& prefix, Chosen<SurfaceEntry>& surface) {
  surface.entry = reader.choose(prefix + "id", surfaces(), find(surfaces(), "rosenbrock"));
  if (surface.entry == nullptr) return;
  surface.values = reader.component(prefix, surface.entry->hyperparameters);
}

void read_surface(Reader& reader, Plan& plan) {
  choose_surface(reader, "problem.surface.", plan.surface);
  if (plan.surface.entry == nullptr) return;
  reader.options<surface_rows>("problem.", plan.descent);
  plan.descent.start_x = plan.surface.entry->start_x;
  plan.descent.start_y = plan.surface.entry->start_y;
  constexpr Hyperparameter coordinate = start_row.facts();
  const auto start = reader.list("problem.start", coordinate);
  if (!start) return;
  if (start->size() != 2)
    return reader.refuse("problem.start", {Refusal::wrong_shape, "must be a list of two numbers"},
                         *start);
  plan.descent.start_x = (*start)[0];
  plan.descent.start_y = (*start)[1];
}

void read_problem(Reader& reader, std::shared_ptr<const Samples> own_data, Plan& plan) {
  if (reader.has("problem.surface.")) return read_surface(reader, plan);
  Task task = Task::classification;
  if (own_data) {
    check_own_data(reader, *own_data);
    task = own_data->task;
    plan.own_data = std::move(own_data);
    const Hyperparameter& seed = hyperparameters_of<run_rows>[0];
    if (const auto value = reader.number("problem.dataset.seed", seed))
      plan.dataset_seed = static_cast<int>(*value);
  } else {
    read_dataset(reader, "problem.dataset.", plan.dataset, plan.dataset_seed);
    if (plan.dataset.entry != nullptr) task = plan.dataset.entry->task;
  }
  plan.standardize = reader.boolean("problem.standardize").value_or(plan.own_data != nullptr);
  reader.options<problem_rows>("problem.", plan.problem);
  read_network(reader, task, plan);
}

/// "optimizer.wrappers.2."
std::string wrapper_prefix(std::size_t i) { return "optimizer.wrappers." + text(i) + "."; }

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

Check check(const Settings& settings, std::shared_ptr<const Samples> own_data) {
  Reader reader(settings);
  Plan plan;
  read_problem(reader, std::move(own_data), plan);
  plan.optimizer.entry = reader.choose("optimizer.id", optimizers(), optimizers()[0]);
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
  read_dataset(reader, "dataset.", result.dataset, result.seed);
  result.problems = reader.finish();
  if (result.problems.empty())
    if (auto refusal = beyond_run_limit("dataset", memory_need(result.dataset)))
      result.problems.push_back(std::move(*refusal));
  return result;
}

SurfaceCheck check_surface(const Settings& settings) {
  Reader reader(settings);
  SurfaceCheck result;
  choose_surface(reader, "surface.", result.surface);
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

Samples draw(const Chosen<DatasetEntry>& dataset, int seed) {
  Stream stream("data", static_cast<std::uint64_t>(seed));
  return dataset.entry->generate(dataset.values, stream);
}

}  // namespace fall_line
