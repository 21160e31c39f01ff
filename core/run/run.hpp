// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "objective/training_problem.hpp"
#include "run/curve.hpp"
#include "run/diagnosis/finding.hpp"
#include "run/histogram.hpp"
#include "run/path.hpp"
#include "run/plan.hpp"
#include "run/probe.hpp"
#include "run/rates.hpp"
#include "run/report.hpp"
#include "run/settings.hpp"

namespace fall_line {

/// Where a run pauses: at the first step with at least so many epochs or samples seen.
struct Limit {
  double epoch = std::numeric_limits<double>::infinity();
  double samples_seen = std::numeric_limits<double>::infinity();

  bool reached(const Report& report) const {
    return report.epoch >= epoch || static_cast<double>(report.samples_seen()) >= samples_seen;
  }
};

/// How instruments are read: at each record while they are watched, or in the present alone.
enum class Reading { record, histogram };

/// Instruments that a run was asked for, and what is wrong with the request.
struct InstrumentCheck {
  std::vector<const InstrumentEntry*> instruments = {};
  std::vector<Problem> problems = {};
};

/// What happened in one step, beside what is left of it in the run.
struct Dissected {
  Vector gradient = {};  ///< That the rule began with, clipped. Empty if it asked for none.
  Marks marks = {};      ///< What the rule draws of the step on a plane. Elsewhere none.
};

/// One racer, made from a checked plan. The same plan gives the same bits, whether its steps run in
/// one call or many.
class Run {
 public:
  explicit Run(Plan plan);
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Takes up to n steps, stopping early if the run ends, reaches the limit, or a point of the
  /// curve is due. Returns the number of steps. The caller then calls record(), which keeps it out
  /// of the timing of steps.
  std::uint64_t advance(std::uint64_t n, const Limit& limit = {});
  /// Adds a point to the curve if one is due.
  void record();
  /// Takes n steps and records their points of the curve.
  const Report& step(std::uint64_t n);
  /// Takes n steps and records none of them.
  void skip(std::uint64_t n);

  /// Takes one step and returns what cannot be seen afterwards. Of a run that has ended nothing.
  Dissected dissect();

  const Report& report() const { return report_; }
  const Curve& curve() const { return curve_; }
  /// The same records, layer by layer. Empty where the problem has no layers.
  const LayerCurve& layer_curve() const { return layer_curve_; }
  /// Where a run on a plane has been, as long as it was finite. Empty elsewhere.
  const Path& path() const { return path_; }
  Evaluation evaluate();

  std::span<const Real> parameters() const { return parameters_; }
  /// The parameters that evaluate, predict and the curve use: the rule's average if it keeps one.
  Vector evaluation_parameters() const;
  /// Restarts the rule there: state empty, step 0. Returns false, changing nothing, unless there is
  /// one finite value for each parameter.
  bool set_parameters(std::span<const double> values);
  /// Of the full-batch training loss, penalties included.
  Vector gradient();
  /// Product of its Hessian with v, one number for each parameter.
  Vector hessian_product(std::span<const Real> v);
  /// The rule's own vectors, by name.
  std::map<std::string, Vector> state();
  /// Nothing if the rule does not choose its own samples.
  std::optional<Sampling> sampling();
  /// Changes hyperparameters between two steps; the state stays.
  std::vector<Problem> configure(const Settings& change);

  /// Finds instruments by their ids, and what rules them out for this run.
  InstrumentCheck check_instruments(const std::vector<std::string>& ids, Reading reading) const;
  /// Watches these instruments and no others. They must have passed the check. Returns the first
  /// record that they all read: that of the present step, or the next.
  std::size_t watch(std::span<const InstrumentEntry* const> instruments);
  /// Of each instrument that cannot watch this run, what it needs and the run lacks.
  std::map<std::string, std::string> unsuited() const;
  /// Of the watched instruments. A restored run has no earlier rows, as snapshots hold none.
  std::span<const Readings> readings() const;
  /// What an instrument shows of the present, layer by layer. It must have passed the check.
  std::vector<Histogram> histograms(const InstrumentEntry& instrument);
  /// The factor of each parameter in the last update; see Optimizer. Nothing before the first step,
  /// and for a rule that has none of its own.
  std::optional<std::vector<double>> rates() const;

  TrainingProblem& problem() { return *problem_; }
  const TrainingProblem& problem() const { return *problem_; }
  /// What the problem answers to rows of inputs, at the evaluation parameters.
  std::vector<double> predict(std::span<const double> inputs);
  /// The layers of a network. None on a surface.
  std::span<const LayerParameters> layers() const { return problem_->layers(); }
  /// At the evaluation parameters.
  std::vector<double> batch_statistics() const {
    return problem_->batch_statistics(evaluation_parameters());
  }
  /// What these units of its layers answer to rows of inputs, at the evaluation parameters: [row]
  /// [unit].
  std::vector<double> activations(std::span<const double> inputs, std::span<const UnitRange> units);
  /// The mini-batch of the last update, as indices into the samples. Empty without data.
  std::vector<std::uint32_t> last_batch() const;

  /// What is wrong with the run, the most important first. Trains it again with changes, if there
  /// is room for a second run. Has no effect on the future.
  std::vector<Finding> diagnose(bool has_room);

  /// Everything that the future depends on, and the curve so far.
  std::vector<std::uint8_t> snapshot();
  /// Returns false, changing nothing, unless the bytes come from a run of the same plan.
  bool restore(std::span<const std::uint8_t> bytes);

 private:
  class BatchObjective;

  /// The last point whose gradient was computed. Where every step sees the same function, a rule
  /// that goes on from there need not compute it again.
  struct Known {
    Vector at, gradient;
    double loss = 0;
  };

  /// The mini-batches since the last epoch ended, for a schedule that listens.
  struct Heard {
    double loss = 0, samples = 0;  ///< The losses weighted by the samples.
  };

  void restart();
  void one_step();
  void dissected_update(Objective& objective, const StepContext& context);
  /// NaN for a rule that takes no rate.
  double scheduled_rate() const;
  /// Counts the last mini-batch of so many samples; at the end of an epoch the schedule hears.
  void draw_on(std::size_t samples);
  /// The samples of the last update, as indices into the training split.
  std::span<const std::uint32_t> last_indices() const;
  void track();
  Observation observation(std::span<const Real> evaluated);
  /// Reads the instruments for the last record, if the run is still where it was made. Returns the
  /// number of records that a new instrument has missed.
  std::size_t read_instruments();
  void diverge(std::string code, std::string_view message);
  void end(Status status, std::string code, std::string message);

  Plan plan_;
  std::unique_ptr<TrainingProblem> problem_;
  Stream random_;
  std::unique_ptr<Optimizer> optimizer_;
  Rates rates_;
  std::optional<std::size_t> rate_row_;
  Vector parameters_;
  bool leaves_path_, remembers_;
  Dissected* dissected_ = nullptr;  ///< What a step fills in, if anyone asked.
  /// Settings or parameters were changed, so that a run of the plan would be another one.
  bool altered_ = false;
  /// Of the last update, where the rule drew them itself or a snapshot told; else empty.
  std::vector<std::uint32_t> drawn_batch_;
  Known known_;
  Heard heard_;
  Report report_{};
  Curve curve_;
  LayerCurve layer_curve_;
  Path path_;
  std::unique_ptr<Probe> probe_;  ///< Null while nothing is watched.
};

}  // namespace fall_line
