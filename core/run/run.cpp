// SPDX-License-Identifier: MIT
#include "run/run.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "data/cells.hpp"
#include "numeric/kernels.hpp"
#include "objective/witness.hpp"
#include "run/batch_objective.hpp"
#include "run/check.hpp"
#include "run/denormals.hpp"
#include "run/make_optimizer.hpp"
#include "run/make_problem.hpp"

namespace fall_line {

Run::Run(Plan plan)
    : plan_(std::move(plan)),
      problem_(make_problem(plan_)),
      random_("optimizer", static_cast<std::uint64_t>(plan_.run.seed)),
      optimizer_(make_optimizer(plan_)),
      rates_(plan_.schedule, plan_.pace),
      rate_row_(rate_row(*plan_.optimizer.entry)),
      parameters_(problem_->parameters()),
      leaves_path_(problem_->on_plane()),
      remembers_(problem_->stationary() && needs(*plan_.optimizer.entry, Need::value)) {
  problem_->start(parameters_);
  restart();
}

Run::~Run() = default;

/// Step 0 at the present parameters.
void Run::restart() {
  problem_->seek(0);
  random_ = Stream("optimizer", static_cast<std::uint64_t>(plan_.run.seed));
  std::vector<std::uint32_t> cells;
  if (needs(*plan_.optimizer.entry, Need::samples))
    cells = class_cells(problem_->samples(), problem_->split().train);
  optimizer_->reset({problem_->blocks(), cells});
  rates_.schedule().reset();
  drawn_batch_.clear();
  known_ = {};
  heard_ = {};
  report_ = {};
  curve_.clear();
  layer_curve_.clear();
  path_.clear();
  if (probe_) probe_->clear();
  if (leaves_path_) track();
  record();
}

std::uint64_t Run::advance(std::uint64_t n, const Limit& limit) {
  record();
  const std::uint64_t first = report_.step, last = std::min(first + n, next_recorded(first));
  while (report_.step < last && report_.status == Status::running && !limit.reached(report_)) {
    one_step();
    if (leaves_path_) track();
  }
  return report_.step - first;
}

const Report& Run::step(std::uint64_t n) {
  while (n > 0 && report_.status == Status::running) {
    n -= advance(n);
    record();
  }
  return report_;
}

Dissected Run::dissect() {
  Dissected dissected;
  dissected_ = &dissected;
  step(1);
  dissected_ = nullptr;
  return dissected;
}

void Run::skip(std::uint64_t n) {
  for (; n > 0 && report_.status == Status::running; --n) one_step();
}

void Run::one_step() {
  const std::size_t samples = problem_->next_batch();
  BatchObjective objective(*this, samples);
  drawn_batch_.clear();
  if (probe_) probe_->begin_step(parameters_);
  const double rate = scheduled_rate();
  const StepContext context{rate, random_};
  if (dissected_ != nullptr) {
    dissected_update(objective, context);
  } else {
    optimizer_->step(objective, parameters_, context);
  }
  problem_->project(parameters_);
  const StepOutcome& outcome = context.outcome;
  report_.step += 1;
  report_.learning_rate = outcome.rate > 0 ? outcome.rate : rate;
  if (!needs(*plan_.optimizer.entry, Need::gradient)) report_.loss = outcome.loss;
  if (outcome.search_failed) report_.failed_searches += 1;
  draw_on(samples);
  if (report_.loss - report_.loss != 0) {
    diverge("loss", problem_->divergence_words().loss);
  } else if (!objective.gradient_finite()) {
    diverge("gradient", "the gradient is no longer finite");
  } else if (!kernels::all_finite(parameters_)) {
    diverge("parameters", problem_->divergence_words().parameters);
  } else if (!outcome.converged.empty()) {
    end(Status::converged, "rule", std::string(outcome.converged));
  }
  if (report_.step % denormal_period == 0) {
    FlushDenormals flush;
    optimizer_->visit(flush);
  }
}

void Run::dissected_update(Objective& objective, const StepContext& context) {
  if (!problem_->on_plane()) return optimizer_->step(objective, parameters_, context);
  Witness witness(objective, *problem_);
  optimizer_->marked_step(witness, witness, parameters_, context, dissected_->marks);
}

double Run::scheduled_rate() const {
  if (!rate_row_) return Report::none;
  return rates_.at(report_.step, plan_.optimizer.values[*rate_row_]);
}

void Run::draw_on(std::size_t samples) {
  heard_.loss += report_.loss * static_cast<double>(samples);
  heard_.samples += static_cast<double>(samples);
  const double before = report_.epoch;
  report_.epoch =
      static_cast<double>(problem_->drawn()) / static_cast<double>(problem_->training_samples());
  if (std::floor(before) == std::floor(report_.epoch)) return;
  rates_.schedule().hear(heard_.loss / heard_.samples);
  heard_ = {};
}

void Run::diverge(std::string code, std::string_view message) {
  end(Status::diverged, std::move(code), std::string(message));
}

void Run::end(Status status, std::string code, std::string message) {
  report_.status = status;
  report_.cause = Cause{std::move(code), std::move(message)};
}

/// Adds a point to the path if one is due.
void Run::track() {
  if (!kernels::all_finite(parameters_)) return;
  if (!is_waypoint(report_.step) && report_.status == Status::running) return;
  std::array<Real, 2> place;
  optimizer_->evaluation(parameters_, place);
  path_.push_back({.step = report_.step, .x = place[0], .y = place[1]});
}

bool Run::set_parameters(std::span<const double> values) {
  if (values.size() != parameters_.size()) return false;
  Vector w;
  for (const double x : values) w.push_back(static_cast<Real>(x));
  if (!kernels::all_finite(w)) return false;
  parameters_ = std::move(w);
  altered_ = true;
  restart();
  return true;
}

Vector Run::evaluation_parameters() const {
  Vector w(parameters_.size());
  optimizer_->evaluation(parameters_, w);
  return w;
}

Vector Run::hessian_product(std::span<const Real> v) {
  Vector product(parameters_.size());
  problem_->full_hessian_product(parameters_, v, product);
  return product;
}

Vector Run::gradient() {
  Vector g(parameters_.size());
  problem_->full_gradient(parameters_, g);
  return g;
}

std::vector<Problem> Run::configure(const Settings& change) {
  std::vector<Problem> problems = check_change(change, plan_);
  if (!problems.empty()) return problems;
  reconfigure(*optimizer_, plan_);
  altered_ = true;
  return problems;
}

std::vector<double> Run::predict(std::span<const double> inputs) {
  return problem_->predict(evaluation_parameters(), inputs);
}

std::vector<double> Run::activations(std::span<const double> inputs,
                                     std::span<const UnitRange> units) {
  return problem_->activations(evaluation_parameters(), inputs, units);
}

std::span<const std::uint32_t> Run::last_indices() const {
  return drawn_batch_.empty() ? problem_->batch() : drawn_batch_;
}

std::vector<std::uint32_t> Run::last_batch() const {
  std::vector<std::uint32_t> indices;
  for (const std::uint32_t i : last_indices()) indices.push_back(problem_->split().train[i]);
  return indices;
}

}  // namespace fall_line
