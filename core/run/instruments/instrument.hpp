// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "catalog/hyperparameter.hpp"
#include "numeric/function_ref.hpp"
#include "run/curve.hpp"
#include "run/plan.hpp"
#include "run/report.hpp"

namespace fall_line {

/// A run as an instrument judges whether it can watch it.
struct Subject {
  const Plan& plan;
  const TrainingProblem& problem;
};

/// The last two updates, as far as they were followed. What is not known is empty.
struct Trail {
  std::span<const Real> before;    ///< The parameters before the last update.
  std::span<const Real> earlier;   ///< And before the one ahead of it.
  std::span<const Real> gradient;  ///< That the last update started from, before clipping.
};

/// What an instrument sees of a run.
struct Observation {
  const Plan& plan;
  TrainingProblem& problem;
  const Optimizer& optimizer;
  const Report& report;
  const Record& record;  ///< The last one.
  double next_rate;      ///< That the next update will use. NaN for a rule without one.
  std::span<const Real> parameters;
  std::span<const Real> evaluated;  ///< The parameters that the losses are of.
  Trail trail = {};
};

/// What an instrument has its values for.
enum class Per { run, layer, hidden_layer };

/// Takes some of the values of a layer.
using TakeValues = FunctionRef<void(std::size_t layer, std::span<const Real> values)>;

/// Measures something of a run beside its curve. What it measures depends on the step alone, and
/// changes nothing. It either is read at each record while it is watched, or shows how the values
/// of the present are distributed.
struct InstrumentEntry {
  std::string_view id;
  Per per = Per::run;
  std::size_t series = 1;      ///< The number of values for the run, or for each layer.
  bool follows_steps = false;  ///< Needs the trail, which costs a copy of the parameters a step.
  /// What it needs and the run lacks, to follow "needs": "the full batch". Empty: nothing.
  std::string_view (*lacks)(const Subject& subject) = nullptr;
  /// Writes its values, [layer][series]. NaN where there is none, such as at step 0.
  void (*measure)(const Observation& seen, std::span<double> out) = nullptr;
  /// Instead: shows its values layer by layer, in parts. Called twice in a row.
  void (*show)(const Observation& seen, TakeValues take) = nullptr;

  /// What it has its values for in a network of so many layers.
  constexpr std::size_t places(std::size_t layers) const {
    return per == Per::run ? 1 : per == Per::layer || layers == 0 ? layers : layers - 1;
  }
  constexpr std::size_t columns(std::size_t layers) const { return series * places(layers); }
};

/// What the catalog tells people of it.
struct InstrumentDocs {
  std::string_view name, summary;
  std::string_view look_for;  ///< What it shows, in two sentences.
  std::string_view unit = {};
  Scale scale = Scale::linear;  ///< Of its axis.
  double most = 0;              ///< All values lie from 0 to here. 0: there is no such bound.
  /// The names of its values, if there are several. The first is the one to compare racers by.
  std::span<const std::string_view> series = {};
  std::size_t limit = 0;  ///< Which of its values is a threshold for the first. 0: none.
};

std::span<const InstrumentEntry* const> instruments();
const InstrumentDocs& docs_of(const InstrumentEntry& entry);

/// What many instruments need, to follow "needs".
namespace lack {
inline constexpr std::string_view gradients = "gradients", network = "a network";
}  // namespace lack

inline std::string_view lacks_layers(const Subject& subject) {
  return subject.problem.layers().empty() ? lack::network : "";
}

}  // namespace fall_line
