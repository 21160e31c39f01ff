// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#ifndef FALL_LINE_REAL
#error "Link the CMake target fall_line::float32 or fall_line::float64, which say what a number is."
#endif

/// The trainer of Fall Line for C++ programs: train, add rules of one's own, and compare them.
///
/// Runs with equal settings give equal bits, whatever the compiler and the machine. Nothing here
/// throws, and what is passed in must not throw either. Objects of different trainers may be used
/// by different threads. A program links one of the two precisions.
namespace fall_line::v1 {

/// float in fall_line::float32, double in fall_line::float64.
using Real = FALL_LINE_REAL;

/// The value of a setting.
class Value {
 public:
  Value(bool on) : held_(on) {}
  template <class Number>
  Value(Number number) requires(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>)
      : held_(static_cast<double>(number)) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(std::vector<double> list) : held_(std::move(list)) {}
  Value(std::initializer_list<double> list) : held_(std::vector<double>(list)) {}

  const std::variant<double, bool, std::string, std::vector<double>>& held() const { return held_; }

 private:
  std::variant<double, bool, std::string, std::vector<double>> held_;
};

/// One setting by its path: {"problem.dataset.id", "spiral"}, {"problem.network.hidden", {8, 8}},
/// {"optimizer.learningRate", 0.01}, {"optimizer.wrappers.0.id", "sam"}. catalog() lists them all.
/// What is left out has its default.
struct Setting {
  std::string path;
  Value value;
};
using Settings = std::vector<Setting>;

/// Why a setting is refused.
struct Problem {
  std::string code;  ///< The kind of refusal, for programs: "out-of-domain".
  std::string path;
  std::string message;  ///< "optimizer.learningRate must be > 0 (got -1)"
};

/// A program's own samples, in place of the settings `problem.dataset`.
struct Data {
  std::size_t inputs = 0;      ///< Numbers per sample.
  std::size_t outputs = 1;     ///< Regression: targets per sample.
  std::size_t classes = 0;     ///< Classification: their number. 0: regression.
  std::vector<double> x = {};  ///< [sample][input]
  std::vector<double> y = {};  ///< [sample][output], or class numbers from 0.
};

/// How far a run is. NaN where there is no value yet.
struct Report {
  std::uint64_t step = 0;
  double epoch = 0;                ///< Samples drawn / training samples.
  std::uint64_t samples_seen = 0;  ///< All that were evaluated, those of trial points included.
  double loss = 0;                 ///< Of the last mini-batch before its update, with penalties.
  double learning_rate = 0;        ///< That the last update used.
  double gradient_norm = 0;        ///< Of that gradient, before clipping.
  enum class Status { running, converged, diverged } status = Status::running;
  std::string cause = {};  ///< Why the run has ended.
};

/// The losses of the present parameters over the whole splits. On a surface train_loss is f.
struct Evaluation {
  double train_loss = 0;  ///< Penalties included.
  std::optional<double> test_loss = {}, train_accuracy = {}, test_accuracy = {};
};

/// A point of the curve: losses over the whole splits without penalties, NaN without a split.
struct Record {
  std::uint64_t step;
  double epoch, samples_seen, train_loss, test_loss, train_accuracy, test_accuracy, learning_rate;
};

/// The place of a matrix in the parameters: rows × columns, row-major. Biases are a column.
struct Block {
  std::size_t offset, rows, columns;
};

/// What a rule sees of its problem: a function of n parameters on the current mini-batch. Every
/// call counts as work.
class Objective {
 public:
  /// The loss at w, with penalties. Writes its gradient to g.
  virtual double gradient(std::span<const Real> w, std::span<Real> g) = 0;
  /// The loss alone. Only for rules that need `value`.
  virtual double loss(std::span<const Real> w) = 0;
  /// H(w) v, exact. Only for rules that need `hessian_product`.
  virtual void hessian_product(std::span<const Real> w, std::span<const Real> v,
                               std::span<Real> out) = 0;
  /// Of each layer the weight matrix [out][in], then the biases.
  virtual std::span<const Block> blocks() const = 0;

 protected:
  ~Objective() = default;
};

/// Is shown the state of a rule, to save and restore it.
class StateVisitor {
 public:
  virtual void operator()(std::string_view name, std::vector<Real>& value) = 0;
  virtual void operator()(std::string_view name, double& value) = 0;

 protected:
  ~StateVisitor() = default;
};

/// A rule of one's own, with its hyperparameters and its state.
class Rule {
 public:
  virtual ~Rule() = default;
  /// Takes the values of its hyperparameters, in the order of its entry. The state stays.
  virtual void configure(std::span<const double> values) = 0;
  /// Empties the state, for n parameters.
  virtual void reset(std::size_t n) = 0;
  /// One update of w. `learning_rate` has the schedule applied. NaN for a rule without one.
  virtual void step(Objective& objective, std::span<Real> w, double learning_rate) = 0;
  /// Shows every vector and counter that the next step depends on. A rule without any may leave it
  /// out. What is not shown is missing after a restore.
  virtual void visit(StateVisitor&) {}
};

/// A number that a rule has as a setting. The one with the id "learningRate" follows the schedule.
struct Hyperparameter {
  std::string id;
  double value;  ///< The default.
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  bool min_open = false, max_open = false;  ///< Whether the bound itself is refused.
};

/// What a rule asks of its problem beside the gradient.
enum class Need { value, hessian_product, matrices };

struct RuleEntry {
  std::string id;  ///< For `optimizer.id`. It must be new.
  std::vector<Hyperparameter> hyperparameters = {};
  std::function<std::unique_ptr<Rule>()> make;
  std::vector<Need> needs = {};
  bool full_batch = false;  ///< It takes the whole training split as its batch.
};

/// One optimizer on one problem. It may outlive its trainer.
class Run {
 public:
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Takes n steps, fewer if the run ends. Records the curve.
  Report step(std::uint64_t n);
  Report report() const;
  Evaluation evaluate();
  /// Which steps are recorded depends on their numbers alone: all up to 100, then fewer and fewer.
  std::vector<Record> curve() const;
  /// Of each layer the weights, row-major [out][in], then the biases. On a surface x and y.
  std::vector<Real> parameters() const;
  /// Those that evaluate() and predict() use: an average, where the rule keeps one.
  std::vector<Real> evaluation_parameters() const;
  /// Restarts the rule there. False, changing nothing, unless all are finite and none is missing.
  bool set_parameters(std::span<const double> values);
  /// Of the training loss over the whole split, with penalties.
  std::vector<Real> gradient();
  /// The rule's own vectors by name.
  std::map<std::string, std::vector<Real>> state();
  /// Probabilities or regression values, one row for each row of inputs.
  std::vector<double> predict(std::span<const double> inputs);
  /// Changes settings of the optimizer between two steps. Nothing changes if there are problems.
  std::vector<Problem> configure(const Settings& change);
  /// All that the future depends on, and the curve so far.
  std::vector<std::uint8_t> snapshot();
  /// False, changing nothing, unless the bytes come from a run with equal settings.
  bool restore(std::span<const std::uint8_t> bytes);

 private:
  friend class Trainer;
  struct Held;
  explicit Run(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

/// A run, or what is wrong with its settings.
struct Made {
  std::unique_ptr<Run> run;
  std::vector<Problem> problems;
};

/// Makes runs of the built-in rules and of one's own.
class Trainer {
 public:
  Trainer();
  ~Trainer();
  Trainer(Trainer&&) noexcept;
  Trainer& operator=(Trainer&&) noexcept;

  /// Adds a rule. Returns what is wrong with its entry. Empty: nothing is.
  std::string add(RuleEntry entry);
  /// The ids for `optimizer.id`, the built-in rules first.
  std::vector<std::string> optimizers() const;
  /// All problems of the settings. Without any they make a run.
  std::vector<Problem> check(const Settings& settings, const Data* data = nullptr) const;
  Made make(const Settings& settings, const Data* data = nullptr) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

/// All built-in components with their settings, defaults, domains and texts, as JSON.
std::string catalog();

}  // namespace fall_line::v1
