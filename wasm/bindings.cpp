// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <vector>

#include "run/check.hpp"
#include "values.hpp"

/// The border to JavaScript: data crosses, decisions don't. engine.ts gives it its public face and
/// checks every argument, since embind checks none in a release build.
namespace {

using namespace fall_line;
using namespace fall_line::wasm;

/// One run, as JavaScript holds it. Create it through create_run; delete() frees it.
class BoundRun {
 public:
  explicit BoundRun(Plan plan) : run_(std::move(plan)) {}

  double advance(double n) {
    return static_cast<double>(run_.advance(static_cast<std::uint64_t>(n)));
  }
  void record() { run_.record(); }
  val report() { return report_of(run_.report()); }

  val evaluate() {
    const Evaluation e = run_.evaluate();
    val result = object();
    result.set("trainLoss", e.train_loss);
    result.set("trainDataLoss", e.train_data_loss);
    const DataProblem* data = run_.data();
    if (data == nullptr) return result;
    const bool tested = !data->split().test.empty();
    if (tested) result.set("testLoss", e.test_loss);
    if (data->samples().task == Task::regression) return result;
    result.set("trainAccuracy", e.train_accuracy);
    if (tested) result.set("testAccuracy", e.test_accuracy);
    return result;
  }

  double rungs() { return static_cast<double>(run_.curve().size()); }
  /// Columns of the rungs from `from` on, at most about `most` of them.
  val curve(double from, double most) {
    const std::vector<std::size_t> kept =
        reduced(run_.curve(), static_cast<std::size_t>(from), static_cast<std::size_t>(most));
    val result = object();
    column(result, "step", kept, [](const Rung& r) { return static_cast<double>(r.step); });
    column(result, "epoch", kept, [](const Rung& r) { return r.epoch; });
    column(result, "samplesSeen", kept, [](const Rung& r) { return r.samples_seen; });
    column(result, "trainLoss", kept, [](const Rung& r) { return r.train_loss; });
    column(result, "testLoss", kept, [](const Rung& r) { return r.test_loss; });
    column(result, "trainAccuracy", kept, [](const Rung& r) { return r.train_accuracy; });
    column(result, "testAccuracy", kept, [](const Rung& r) { return r.test_accuracy; });
    column(result, "learningRate", kept, [](const Rung& r) { return r.learning_rate; });
    result.set("rung", typed_array(std::vector<double>(kept.begin(), kept.end())));
    return result;
  }

  /// Columns of the waypoints from `from` on.
  val path(double from) {
    std::vector<double> step, x, y;
    for (auto i = static_cast<std::size_t>(from); i < run_.path().size(); ++i) {
      const Waypoint& waypoint = run_.path()[i];
      step.push_back(static_cast<double>(waypoint.step));
      x.push_back(waypoint.x);
      y.push_back(waypoint.y);
    }
    val result = object();
    result.set("step", typed_array(step));
    result.set("x", typed_array(x));
    result.set("y", typed_array(y));
    return result;
  }

  val parameters() { return typed_array(run_.parameters().data(), run_.parameters().size()); }
  val evaluation_parameters() { return typed_array(run_.evaluation_parameters()); }
  bool set_parameters(const val& values) { return run_.set_parameters(numbers(values)); }
  val gradient() { return typed_array(run_.gradient()); }
  val hessian_product(const val& v) {
    return typed_array(run_.hessian_product(emscripten::convertJSArrayToNumberVector<Real>(v)));
  }
  val state() {
    val result = object();
    for (const auto& [name, values] : run_.state()) result.set(name, typed_array(values));
    return result;
  }
  /// { probabilities, secondMoment, uniformSecondMoment, gradientSquare }, or undefined.
  val sampling() {
    const std::optional<Sampling> sampling = run_.sampling();
    if (!sampling) return val::undefined();
    val result = object();
    result.set("probabilities", typed_array(sampling->probabilities));
    result.set("secondMoment", sampling->second_moment);
    result.set("uniformSecondMoment", sampling->uniform_second_moment);
    result.set("gradientSquare", sampling->gradient_square);
    return result;
  }
  val configure(const val& change) { return problems_of(run_.configure(settings_of(change))); }
  val predict(const val& inputs) { return typed_array(run_.predict(numbers(inputs))); }
  /// Whether a network is trained: only then there are samples and splits.
  bool has_data() { return run_.data() != nullptr; }
  val samples() { return samples_of(run_.data()->samples()); }
  val train() { return typed_array(run_.data()->split().train); }
  val test() { return typed_array(run_.data()->split().test); }
  val last_batch() { return typed_array(run_.last_batch()); }
  val snapshot() { return typed_array(run_.snapshot()); }
  bool restore(const val& bytes) {
    return run_.restore(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
  }

 private:
  template <class Get>
  void column(val& result, const char* name, const std::vector<std::size_t>& kept, Get get) {
    std::vector<double> values;
    for (const std::size_t i : kept) values.push_back(get(run_.curve()[i]));
    result.set(name, typed_array(values));
  }

  Run run_;
};

/// { problems } or { problems: [], run }
val create_run(const val& settings, const val& own_data) {
  Check check = fall_line::check(settings_of(settings), own_data_of(own_data));
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (check.problems.empty()) result.set("run", std::make_shared<BoundRun>(std::move(check.plan)));
  return result;
}

val check_run(const val& settings, const val& own_data) {
  return problems_of(fall_line::check(settings_of(settings), own_data_of(own_data)).problems);
}

/// { problems } or { problems: [], samples }
val sample(const val& settings) {
  const DatasetCheck check = check_dataset(settings_of(settings));
  val result = object();
  result.set("problems", problems_of(check.problems));
  if (check.problems.empty()) result.set("samples", samples_of(draw(check.dataset, check.seed)));
  return result;
}

/// { problems } or { problems: [], values }: f at points x, y, x, y...
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

/// { problems } or { problems: [], rates }: of updates t, t...
val rates(const val& settings, double learning_rate, const val& updates) {
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
  emscripten::function("rates", &rates);
  emscripten::class_<BoundRun>("Run")
      .smart_ptr<std::shared_ptr<BoundRun>>("Run")
      .function("advance", &BoundRun::advance)
      .function("record", &BoundRun::record)
      .function("report", &BoundRun::report)
      .function("evaluate", &BoundRun::evaluate)
      .function("rungs", &BoundRun::rungs)
      .function("curve", &BoundRun::curve)
      .function("path", &BoundRun::path)
      .function("parameters", &BoundRun::parameters)
      .function("evaluationParameters", &BoundRun::evaluation_parameters)
      .function("setParameters", &BoundRun::set_parameters)
      .function("gradient", &BoundRun::gradient)
      .function("hessianVectorProduct", &BoundRun::hessian_product)
      .function("state", &BoundRun::state)
      .function("sampling", &BoundRun::sampling)
      .function("configure", &BoundRun::configure)
      .function("predict", &BoundRun::predict)
      .function("hasData", &BoundRun::has_data)
      .function("samples", &BoundRun::samples)
      .function("train", &BoundRun::train)
      .function("test", &BoundRun::test)
      .function("lastBatch", &BoundRun::last_batch)
      .function("snapshot", &BoundRun::snapshot)
      .function("restore", &BoundRun::restore);
}
