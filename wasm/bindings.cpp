// SPDX-License-Identifier: MIT
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "run/check.hpp"
#include "run/memory.hpp"
#include "values.hpp"

/// The interface to JavaScript. It converts data and makes no decisions. The TypeScript files
/// beside it add the public API and check every argument, because embind checks none in a release
/// build.
namespace {

using namespace fall_line;
using namespace fall_line::wasm;

/// JavaScript refers to a run by its address, valid from create_run to dispose.
using Handle = std::uintptr_t;

struct Living {
  Run run;
  MemoryNeed own;   ///< Of the run without instruments.
  MemoryNeed need;  ///< Of both.
};

/// The memory budget of this instance of the module.
Budget budget;

/// The handle is one that create_run gave.
Living& living(Handle run) { return *reinterpret_cast<Living*>(run); }
Run& at(Handle run) { return living(run).run; }

double advance(Handle run, double n, double epoch, double samples_seen) {
  const Limit limit{.epoch = epoch, .samples_seen = samples_seen};
  return static_cast<double>(at(run).advance(static_cast<std::uint64_t>(n), limit));
}
void record(Handle run) { at(run).record(); }

/// The answer of a run to a question without arguments.
template <auto question>
val answer(Handle run) {
  return value_of(std::invoke(question, at(run)));
}

/// { gradient, marks }
val dissect(Handle run) {
  const Dissected dissected = at(run).dissect();
  val result = object();
  result.set("gradient", typed_array(dissected.gradient));
  result.set("marks", value_of(dissected.marks.all()));
  return result;
}

double records(Handle run) { return static_cast<double>(at(run).curve().size()); }

/// The columns of the curve from record `from` on, with at most about `most` records.
val curve(Handle run, double from, double most) {
  const Curve& all = at(run).curve();
  const std::vector<std::size_t> kept =
      reduced(all, static_cast<std::size_t>(from), static_cast<std::size_t>(most));
  val result = columns(all, kept);
  // Once per layer.
  const LayerCurve& layer_curve = at(run).layer_curve();
  const std::size_t layers = layer_curve.size() / all.size();
  each_field<LayerRecord>([&](const auto& field) {
    val list = val::array();
    for (std::size_t layer = 0; layer < layers; ++layer)
      list.call<void>("push", column(layer_curve, kept, field.member, layers, layer));
    result.set(field.name, list);
  });
  result.set("record", typed_array(std::vector<double>(kept.begin(), kept.end())));
  return result;
}

/// The columns of the path from waypoint `from` on.
val path(Handle run, double from) {
  const Path& all = at(run).path();
  std::vector<std::size_t> rows;
  for (auto i = static_cast<std::size_t>(from); i < all.size(); ++i) rows.push_back(i);
  return columns(all, rows);
}

/// { problems } or { problems: [], from }, the first record that is read
val watch(Handle run, const val& ids) {
  Living& it = living(run);
  val result = object();
  InstrumentCheck check =
      it.run.check_instruments(emscripten::vecFromJSArray<std::string>(ids), Reading::record);
  if (check.problems.empty()) {
    const MemoryNeed need = it.own + memory_need(check.instruments, it.run.problem());
    budget.remove(it.need);
    auto refusal = beyond_run_limit("instruments", need);
    if (!refusal) refusal = budget.refusal("instruments", need);
    if (refusal) {
      check.problems.push_back(std::move(*refusal));
    } else {
      it.need = need;
      result.set("from", static_cast<double>(it.run.watch(check.instruments)));
    }
    budget.add(it.need);
  }
  result.set("problems", problems_of(check.problems));
  return result;
}

/// Of each watched instrument its columns from record `from` on, layer by layer.
val readings(Handle run, double from) {
  val result = object();
  for (const Readings& each : at(run).readings()) {
    val columns = val::array();
    for (std::size_t column = 0; column < each.columns; ++column) {
      std::vector<double> values;
      for (auto i = static_cast<std::size_t>(from) * each.columns + column; i < each.values.size();
           i += each.columns)
        values.push_back(each.values[i]);
      columns.call<void>("push", typed_array(values));
    }
    result.set(std::string(each.instrument->id), columns);
  }
  return result;
}

/// { problems } or { problems: [], histograms }, one for each layer
val histograms(Handle run, const val& id) {
  const InstrumentCheck check =
      at(run).check_instruments({id.as<std::string>()}, Reading::histogram);
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (!check.problems.empty()) return result;
  val list = val::array();
  for (const Histogram& each : at(run).histograms(*check.instruments[0]))
    list.call<void>("push", value_of(each));
  result.set("histograms", list);
  return result;
}

bool set_parameters(Handle run, const val& values) {
  return at(run).set_parameters(numbers(values));
}
val hessian_product(Handle run, const val& v) {
  return typed_array(at(run).hessian_product(emscripten::convertJSArrayToNumberVector<Real>(v)));
}
val configure(Handle run, const val& change) {
  return problems_of(at(run).configure(settings_of(change)));
}
val predict(Handle run, const val& inputs) { return typed_array(at(run).predict(numbers(inputs))); }
/// `ranges` has three numbers for each range of units.
val unit_activations(Handle run, const val& inputs, const val& ranges) {
  const std::vector<double> flat = numbers(ranges);
  const auto integer = [&](std::size_t i) { return static_cast<std::size_t>(flat[i]); };
  std::vector<UnitRange> units;
  for (std::size_t i = 0; i + 2 < flat.size(); i += 3)
    units.push_back({integer(i), integer(i + 1), integer(i + 2)});
  return typed_array(at(run).activations(numbers(inputs), units));
}
val shape(Handle run) {
  val result = object();
  const RowWidths widths = at(run).problem().row_widths();
  result.set("inputs", static_cast<int>(widths.inputs));
  result.set("outputs", static_cast<int>(widths.outputs));
  return result;
}
/// Whether the run learns from samples. Otherwise it has no samples and splits.
bool has_data(Handle run) { return at(run).problem().samples().count() > 0; }
/// Targets of all samples, and inputs of these rows; null: of all.
val samples(Handle run, const val& rows) { return samples_of(at(run).problem().samples(), rows); }
val train(Handle run) { return typed_array(at(run).problem().split().train); }
val test(Handle run) { return typed_array(at(run).problem().split().test); }
/// Trains the run again with changes where a second run fits beside all others.
val diagnose(Handle run) {
  const bool has_room = !budget.refusal("problem", living(run).need);
  const std::vector<Finding> findings = at(run).diagnose(has_room);
  return value_of(std::span(findings));
}
/// Refuses more bytes than a snapshot of this run can have, before copying them.
bool restore(Handle run, const val& bytes) {
  return bytes["length"].as<double>() <= living(run).own.total() / 2 &&
         at(run).restore(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
}
void dispose(Handle run) {
  budget.remove(living(run).need);
  delete &living(run);
}

/// The problem if own data would not fit into memory. Called before the data are copied.
[[gnu::noinline]] std::vector<Problem> crowded_out(const val& own_data) {
  const auto width = own_data["outputWidth"].as<double>();
  const MemoryNeed least =
      own_data_need(own_data["targets"]["length"].as<double>() / width,
                    shape_of(own_data["shape"]).size(), width, are_bytes(own_data["inputs"]));
  const std::string path = "problem.dataset";
  auto refusal = beyond_run_limit(path, least);
  if (!refusal) refusal = budget.refusal(path, least);
  return refusal ? std::vector{*refusal} : std::vector<Problem>{};
}

Check checked(const val& settings, const val& own_data) {
  if (!own_data.isNull()) {
    std::vector<Problem> problems = crowded_out(own_data);
    if (!problems.empty()) return {.plan = {}, .problems = std::move(problems)};
  }
  return fall_line::check(settings_of(settings), own_data_of(own_data));
}

/// { problems } or { problems: [], run }
val create_run(const val& settings, const val& own_data) {
  Check check = checked(settings, own_data);
  MemoryNeed need{};
  if (check.problems.empty()) {
    need = memory_need(check.plan);
    if (auto refusal = budget.refusal("problem", need)) check.problems.push_back(*refusal);
  }
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (!check.problems.empty()) return result;
  budget.add(need);
  // dispose() deletes it.
  const auto* run = new Living{Run(std::move(check.plan)), need, need};
  result.set("run", reinterpret_cast<Handle>(run));
  return result;
}

val check_run(const val& settings, const val& own_data) {
  return problems_of(checked(settings, own_data).problems);
}

/// { problems } or { problems: [], samples }
val sample(const val& settings) {
  DatasetCheck check = check_dataset(settings_of(settings));
  if (check.problems.empty())
    if (auto refusal = budget.refusal("dataset", memory_need(check.dataset)))
      check.problems.push_back(*refusal);
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (check.problems.empty()) result.set("samples", samples_of(draw(check.dataset, check.seed)));
  return result;
}

/// { problems } or { problems: [], values }, with f at the points x, y, x, y...
val values(const val& settings, const val& points) {
  const SurfaceCheck check = check_surface(settings_of(settings));
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (!check.problems.empty()) return result;
  const std::vector<double> at = numbers(points);
  std::vector<double> f;
  for (std::size_t i = 0; i + 1 < at.size(); i += 2)
    f.push_back(check.surface.entry->at(check.surface.values, at[i], at[i + 1]).f);
  result.set("values", typed_array(f));
  return result;
}

/// { problems } or { problems: [], rates }, with the rates of the given updates.
val schedule_rates(const val& settings, double learning_rate, const val& updates) {
  const RatesCheck check = check_rates(settings_of(settings));
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (!check.problems.empty()) return result;
  const Rates rates(check.schedule, check.pace);
  std::vector<double> all;
  for (const double t : numbers(updates))
    all.push_back(rates.at(static_cast<std::uint64_t>(t), learning_rate));
  result.set("rates", typed_array(all));
  return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(fall_line) {
  emscripten::function("createRun", &create_run);
  emscripten::function("checkRun", &check_run);
  emscripten::function("sample", &sample);
  emscripten::function("values", &values);
  emscripten::function("scheduleRates", &schedule_rates);
  emscripten::function("advance", &advance);
  emscripten::function("record", &record);
  emscripten::function("report", &answer<&Run::report>);
  emscripten::function("evaluate", &answer<&Run::evaluate>);
  emscripten::function("dissect", &dissect);
  emscripten::function("records", &records);
  emscripten::function("curve", &curve);
  emscripten::function("path", &path);
  emscripten::function("parameters", &answer<&Run::parameters>);
  emscripten::function("evaluationParameters", &answer<&Run::evaluation_parameters>);
  emscripten::function("watch", &watch);
  emscripten::function("unsuited", &answer<&Run::unsuited>);
  emscripten::function("readings", &readings);
  emscripten::function("histograms", &histograms);
  emscripten::function("rates", &answer<&Run::rates>);
  emscripten::function("setParameters", &set_parameters);
  emscripten::function("gradient", &answer<&Run::gradient>);
  emscripten::function("hessianVectorProduct", &hessian_product);
  emscripten::function("state", &answer<&Run::state>);
  emscripten::function("sampling", &answer<&Run::sampling>);
  emscripten::function("configure", &configure);
  emscripten::function("predict", &predict);
  emscripten::function("layers", &answer<&Run::layers>);
  emscripten::function("batchStatistics", &answer<&Run::batch_statistics>);
  emscripten::function("activations", &unit_activations);
  emscripten::function("shape", &shape);
  emscripten::function("hasData", &has_data);
  emscripten::function("samples", &samples);
  emscripten::function("train", &train);
  emscripten::function("test", &test);
  emscripten::function("lastBatch", &answer<&Run::last_batch>);
  emscripten::function("diagnose", &diagnose);
  emscripten::function("snapshot", &answer<&Run::snapshot>);
  emscripten::function("restore", &restore);
  emscripten::function("dispose", &dispose);
}
