// SPDX-License-Identifier: MIT
#include "run/run.hpp"

#include <cmath>

#include "numeric/kernels.hpp"
#include "run/check.hpp"

namespace fall_line {
namespace {

Samples samples_of(const Plan& plan) {
  return plan.own_data ? *plan.own_data : draw(plan.dataset, plan.dataset_seed);
}

Split split_of(const Plan& plan, const Samples& samples) {
  Stream stream("split", static_cast<std::uint64_t>(plan.dataset_seed));
  return split(samples.count(), plan.problem.test_fraction, stream);
}

Standardization standardization_of(const Plan& plan, const Samples& samples, const Split& split) {
  return plan.standardize ? standardization(samples, split.train)
                          : no_standardization(samples.inputs);
}

Network network_of(const Plan& plan, const Samples& samples) {
  std::vector<std::size_t> units{static_cast<std::size_t>(samples.inputs)};
  units.insert(units.end(), plan.hidden.begin(), plan.hidden.end());
  units.push_back(
      static_cast<std::size_t>(output_units(samples.task, samples.classes, samples.outputs)));
  return {Layout(units), *plan.activation};
}

/// Samples a step draws from a training split.
std::size_t batch_size_of(const Plan& plan, std::size_t training_samples) {
  const int chosen =
      plan.racer.batch_size == race_batch ? plan.problem.batch_size : plan.racer.batch_size;
  return chosen == full_batch || plan.optimizer.entry->full_batch
             ? training_samples
             : static_cast<std::size_t>(chosen);
}

struct CollectState final : StateVisitor {
  void operator()(std::string_view name, std::vector<float>& value) override { add(name, value); }
  void operator()(std::string_view name, std::vector<double>& value) override { add(name, value); }
  void operator()(std::string_view, double&) override {}
  template <class T>
  void add(std::string_view name, const std::vector<T>& value) {
    vectors.emplace(name, Vector(value.begin(), value.end()));
  }
  std::map<std::string, Vector> vectors;
};

}  // namespace

/// The objective of one step: the next mini-batch, counted, watched, and clipped.
class Run::BatchObjective final : public Objective {
 public:
  BatchObjective(Run& run, std::span<const std::uint32_t> batch) : run_(run), batch_(batch) {}

  std::size_t size() const override { return run_.problem_.parameters(); }
  std::span<const ParameterBlock> blocks() const override { return run_.problem_.blocks(); }

  double gradient(std::span<const Real> w, std::span<Real> g) override {
    const double loss = run_.problem_.gradient(w, batch_, g);
    const double norm = std::sqrt(kernels::sum_of_squares(g));
    run_.report_.work.gradient += batch_.size();
    if (first_) {
      run_.report_.loss = loss;
      run_.report_.gradient_norm = norm;
      first_ = false;
    }
    // The norm of finite numbers may overflow: look at the numbers before calling it the end.
    if (norm - norm != 0 && !kernels::all_finite(g)) gradient_finite_ = false;
    if (const double limit = run_.plan_.racer.clip_norm; limit > 0 && norm > limit) {
      const auto factor = static_cast<Real>(limit / norm);
      for (Real& x : g) x *= factor;
    }
    return loss;
  }

  bool gradient_finite() const { return gradient_finite_; }

 private:
  Run& run_;
  std::span<const std::uint32_t> batch_;
  bool first_ = true, gradient_finite_ = true;
};

Run::Run(Plan plan)
    : plan_(std::move(plan)),
      samples_(samples_of(plan_)),
      split_(split_of(plan_, samples_)),
      problem_(samples_, split_, standardization_of(plan_, samples_, split_),
               network_of(plan_, samples_), *plan_.loss, {plan_.penalty.l1, plan_.penalty.l2}),
      order_(static_cast<std::uint64_t>(plan_.run.seed), split_.train.size(),
             batch_size_of(plan_, split_.train.size())),
      random_("optimizer", static_cast<std::uint64_t>(plan_.run.seed)),
      optimizer_(plan_.optimizer.entry->make(plan_.optimizer.values)),
      parameters_(problem_.parameters()) {
  initialize();
  restart();
}

Run::~Run() = default;

void Run::initialize() {
  Stream stream("init", static_cast<std::uint64_t>(plan_.run.seed));
  const std::span<Real> w(parameters_);
  for (const Layer& layer : problem_.layout().layers)
    plan_.initializer->fill(w.subspan(layer.weights, layer.weight_count()), layer.inputs,
                            layer.outputs, stream);
}

/// Step 0 at the present parameters.
void Run::restart() {
  order_.seek(0);
  random_ = Stream("optimizer", static_cast<std::uint64_t>(plan_.run.seed));
  optimizer_->reset(parameters_.size());
  last_batch_.clear();
  report_ = {};
  curve_.clear();
  record();
}

std::uint64_t Run::advance(std::uint64_t n) {
  std::uint64_t done = 0;
  record();
  while (done < n && report_.status == Status::running) {
    one_step();
    ++done;
    if (is_rung(report_.step)) break;
  }
  return done;
}

const Report& Run::step(std::uint64_t n) {
  while (n > 0 && report_.status == Status::running) {
    n -= advance(n);
    record();
  }
  return report_;
}

void Run::one_step() {
  const auto batch = order_.next();
  last_batch_.assign(batch.begin(), batch.end());
  BatchObjective objective(*this, batch);
  // Rates are rows like others; a rule without one takes the factor alone.
  const auto rows = plan_.optimizer.entry->hyperparameters;
  double rate = plan_.schedule.entry->factor(plan_.schedule.values, report_.step);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].id == "learningRate") rate *= plan_.optimizer.values[i];
  optimizer_->step(objective, parameters_, {rate, random_});
  report_.step += 1;
  report_.learning_rate = rate;
  report_.epoch =
      static_cast<double>(order_.drawn()) / static_cast<double>(problem_.training_samples());
  if (report_.loss - report_.loss != 0) {
    diverge("loss", "the mini-batch loss is not a finite number any more");
  } else if (!objective.gradient_finite()) {
    diverge("gradient", "the gradient is not finite any more");
  } else if (!kernels::all_finite(parameters_)) {
    diverge("parameters", "a weight has grown beyond all finite numbers");
  }
}

void Run::diverge(std::string code, std::string message) {
  report_.status = Status::diverged;
  report_.cause = {std::move(code), std::move(message)};
}

void Run::record() {
  const bool due = is_rung(report_.step) || report_.status != Status::running;
  if (!due || (!curve_.empty() && curve_.back().step == report_.step)) return;
  const Vector w = evaluation_parameters();
  const Score train = problem_.train_score(w), test = problem_.test_score(w);
  curve_.push_back({.step = report_.step,
                    .epoch = report_.epoch,
                    .samples_seen = static_cast<double>(report_.work.samples()),
                    .train_loss = train.loss,
                    .test_loss = test.loss,
                    .train_accuracy = train.accuracy,
                    .test_accuracy = test.accuracy});
}

Evaluation Run::evaluate() {
  const Vector w = evaluation_parameters();
  const Score train = problem_.train_score(w), test = problem_.test_score(w);
  return {.train_loss = train.loss + problem_.penalty(w),
          .train_data_loss = train.loss,
          .test_loss = test.loss,
          .train_accuracy = train.accuracy,
          .test_accuracy = test.accuracy};
}

bool Run::set_parameters(std::span<const double> values) {
  if (values.size() != parameters_.size()) return false;
  Vector w;
  for (const double x : values) w.push_back(static_cast<Real>(x));
  if (!kernels::all_finite(w)) return false;
  parameters_ = std::move(w);
  restart();
  return true;
}

Vector Run::evaluation_parameters() const {
  Vector w(parameters_.size());
  optimizer_->evaluation(parameters_, w);
  return w;
}

Vector Run::gradient() {
  Vector g(parameters_.size());
  problem_.full_gradient(parameters_, g);
  return g;
}

std::map<std::string, Vector> Run::state() {
  CollectState collect;
  optimizer_->visit(collect);
  return std::move(collect.vectors);
}

std::vector<Problem> Run::configure(const Settings& change) {
  std::vector<Problem> problems = check_change(change, plan_);
  if (problems.empty()) optimizer_->configure(plan_.optimizer.values);
  return problems;
}

std::vector<double> Run::predict(std::span<const double> inputs) {
  return problem_.predict(evaluation_parameters(), inputs);
}

std::vector<std::uint32_t> Run::last_batch() const {
  std::vector<std::uint32_t> indices;
  for (const std::uint32_t i : last_batch_) indices.push_back(split_.train[i]);
  return indices;
}

}  // namespace fall_line
