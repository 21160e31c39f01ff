// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "facade/fall_line.hpp"
#include "facade/own_rules.hpp"
#include "run/catalog_json.hpp"
#include "run/check.hpp"
#include "run/run.hpp"

namespace fall_line::v1 {
namespace {

fall_line::Settings converted(const Settings& settings) {
  fall_line::Settings all;
  for (const auto& [path, value] : settings)
    all.push_back(
        {path, std::visit([](const auto& held) { return SettingValue(held); }, value.held())});
  return all;
}

std::vector<Problem> converted(const std::vector<fall_line::Problem>& problems) {
  std::vector<Problem> all;
  for (const fall_line::Problem& problem : problems)
    all.push_back({std::string(code_of(problem.kind)), problem.path, problem.message()});
  return all;
}

Report converted(const fall_line::Report& report) {
  return {.step = report.step,
          .epoch = report.epoch,
          .samples_seen = report.samples_seen(),
          .loss = report.loss,
          .learning_rate = report.learning_rate,
          .gradient_norm = report.gradient_norm,
          .status = report.status == Status::running     ? Report::Status::running
                    : report.status == Status::converged ? Report::Status::converged
                                                         : Report::Status::diverged,
          .cause = report.cause ? report.cause->message : std::string()};
}

/// What makes samples of the data impossible. Their numbers are checked with the settings.
const char* misshapen(const Data& data) {
  constexpr std::size_t most = std::numeric_limits<int>::max();
  if (data.inputs < 1 || data.outputs < 1) return "must have inputs and outputs";
  if (std::max({data.inputs, data.outputs, data.classes}) > most) return "must be smaller";
  if (data.classes > 0 && data.outputs != 1) return "must have one class number per sample";
  if (data.x.empty() || data.x.size() % data.inputs != 0 ||
      data.y.size() != data.x.size() / data.inputs * data.outputs)
    return "must have as many rows of inputs as of targets";
  return nullptr;
}

std::shared_ptr<const Samples> samples_of(const Data& data) {
  Samples samples{.task = data.classes > 0 ? Task::classification : Task::regression,
                  .shape = static_cast<int>(data.inputs),
                  .outputs = static_cast<int>(data.outputs),
                  .classes = static_cast<int>(data.classes),
                  .x = data.x,
                  .y = data.y};
  return std::make_shared<const Samples>(std::move(samples));
}

std::vector<Real> list(std::span<const Real> values) { return {values.begin(), values.end()}; }

}  // namespace

struct Trainer::Rules {
  OwnRules own;
};

struct Run::Held {
  explicit Held(Plan plan) : run(std::move(plan)) {}
  fall_line::Run run;
};

Trainer::Trainer() : rules_(std::make_unique<Rules>()) {}
Trainer::~Trainer() = default;
Trainer::Trainer(Trainer&&) noexcept = default;
Trainer& Trainer::operator=(Trainer&&) noexcept = default;

std::string Trainer::add(RuleEntry entry) {
  std::string fault = fault_of(entry, rules_->own);
  if (fault.empty()) rules_->own.push_back(adapted(std::move(entry)));
  return fault;
}

std::vector<std::string> Trainer::optimizers() const {
  std::vector<std::string> ids;
  for (const OptimizerEntry* entry : fall_line::optimizers()) ids.emplace_back(entry->id);
  for (const auto& rule : rules_->own) ids.emplace_back(rule->entry().id);
  return ids;
}

std::vector<Problem> Trainer::check(const Settings& settings, const Data* data) const {
  return make(settings, data).problems;
}

Made Trainer::make(const Settings& settings, const Data* data) const {
  if (data != nullptr)
    if (const char* fault = misshapen(*data))
      return {nullptr, {{"wrong-shape", "problem.dataset", std::string("the data ") + fault}}};
  Check checked =
      fall_line::check(converted(settings), data ? samples_of(*data) : nullptr, rules_->own);
  if (!checked.problems.empty()) return {nullptr, converted(checked.problems)};
  auto held = std::make_unique<Run::Held>(std::move(checked.plan));
  return {std::unique_ptr<Run>(new Run(std::move(held))), {}};
}

Run::Run(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Run::~Run() = default;

Report Run::step(std::uint64_t n) { return converted(held_->run.step(n)); }
Report Run::report() const { return converted(held_->run.report()); }

Evaluation Run::evaluate() {
  const fall_line::Evaluation found = held_->run.evaluate();
  return {found.train_loss, found.test_loss, found.train_accuracy, found.test_accuracy};
}

std::vector<Record> Run::curve() const {
  std::vector<Record> all;
  for (const fall_line::Record& record : held_->run.curve())
    all.push_back({record.step, record.epoch, record.samples_seen, record.train_loss,
                   record.test_loss, record.train_accuracy, record.test_accuracy,
                   record.learning_rate});
  return all;
}

std::vector<Real> Run::parameters() const { return list(held_->run.parameters()); }
std::vector<Real> Run::evaluation_parameters() const { return held_->run.evaluation_parameters(); }
bool Run::set_parameters(std::span<const double> values) {
  return held_->run.set_parameters(values);
}
std::vector<Real> Run::gradient() { return held_->run.gradient(); }
std::map<std::string, std::vector<Real>> Run::state() { return held_->run.state(); }
std::vector<double> Run::predict(std::span<const double> inputs) {
  return held_->run.predict(inputs);
}
std::vector<Problem> Run::configure(const Settings& change) {
  return converted(held_->run.configure(converted(change)));
}
std::vector<std::uint8_t> Run::snapshot() { return held_->run.snapshot(); }
bool Run::restore(std::span<const std::uint8_t> bytes) { return held_->run.restore(bytes); }

std::string catalog() { return catalog_json(); }

}  // namespace fall_line::v1
