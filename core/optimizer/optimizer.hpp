// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "catalog/code.hpp"
#include "catalog/docs.hpp"
#include "catalog/guide.hpp"
#include "catalog/paper.hpp"
#include "catalog/row.hpp"
#include "catalog/state.hpp"
#include "numeric/random.hpp"
#include "numeric/real.hpp"
#include "objective/objective.hpp"
#include "optimizer/mark.hpp"
#include "optimizer/suit.hpp"

namespace fall_line {

/// What a step may say of itself beyond its update.
struct StepOutcome {
  double rate = 0;             ///< The rate it found by itself; 0: it used the one it was given.
  bool search_failed = false;  ///< A small gradient step stands in for a line search's.
  std::string_view converged = {};  ///< Why the rule's own test ends the run; empty: it goes on.
  /// Of a rule that computes no gradient: the loss at the parameters before the step, or the best
  /// member's where they are the mean of members.
  double loss = std::numeric_limits<double>::quiet_NaN();
};

/// What a step is given beside the objective and the parameters.
struct StepContext {
  double learning_rate;              ///< η_t, the schedule applied.
  Stream& random;                    ///< The `optimizer` stream.
  mutable StepOutcome outcome = {};  ///< Filled in by the step.
};

/// What a rule may know of its problem before the first step.
struct Outline {
  /// Implicit, because for most rules the blocks are the whole outline.
  Outline(std::span<const ParameterBlock> all_blocks,
          std::span<const std::uint32_t> cells_of_samples = {})
      : parameters(size_of(all_blocks)), blocks(all_blocks), cells(cells_of_samples) {}

  std::size_t parameters;  ///< n
  std::span<const ParameterBlock> blocks;
  /// Of each training sample the group, from 0, that its class and its place make it part of. Only
  /// for rules that need samples.
  std::span<const std::uint32_t> cells;
};

/// A rule with its hyperparameters and its state.
class Optimizer {
 public:
  virtual ~Optimizer() = default;
  /// Empties the state.
  virtual void reset(const Outline& outline) = 0;
  /// One update of w.
  virtual void step(Objective& objective, const std::span<Real>& w, const StepContext& context) = 0;
  /// The same update of two parameters, and what the rule draws of it. The objective asks the
  /// witness, or is the witness.
  virtual void marked_step(Objective& objective, const Witness&, const std::span<Real>& w,
                           const StepContext& context, Marks&) {
    step(objective, w, context);
  }
  /// Writes the point that is to be judged when the parameters are w: w itself, or the average that
  /// a rule keeps beside it.
  virtual void evaluation(std::span<const Real> w, std::span<Real> out) const = 0;
  /// Writes the probability by which the next step draws each training sample; false: the rule
  /// draws none, it takes the batch.
  virtual bool sampling(std::span<double> probabilities) const = 0;
  /// Writes the factor of each parameter by which the last update, of this learning rate, scaled
  /// its gradient or its bias-corrected average of gradients; false: it has none of its own.
  virtual bool rates(double learning_rate, std::span<double> out) const = 0;
  /// New hyperparameters, in row order; the state stays.
  virtual void configure(const Values& values) = 0;
  virtual void visit(StateVisitor& visitor) = 0;
  /// What a wrapper wraps; null for a rule.
  virtual Optimizer* inner() { return nullptr; }
};

/// Families in the order of teaching.
namespace family {
inline constexpr std::string_view descent = "Gradient descent", momentum = "Momentum",
                                  adaptive = "Adaptive rates", signs = "Signs",
                                  averaging = "Averaging", layers = "Layers and matrices",
                                  curvature = "Second order", sampling = "Sampling",
                                  populations = "Without gradients";
}  // namespace family

inline constexpr Need gradient_alone[] = {Need::gradient};
inline constexpr Need gradient_and_matrices[] = {Need::gradient, Need::matrices};

/// What a run needs to know of a rule.
struct OptimizerEntry {
  std::string_view id;
  std::span<const Need> needs = gradient_alone;
  bool full_batch = false, needs_float64 = false;
  bool dense = false;            ///< Works with n × n matrices, which bound the n it can train.
  bool averages = false;         ///< Offers an average of its path to be judged.
  bool keeps_place = false;      ///< Its state holds the position: moving w from outside breaks it.
  bool sampler = false;          ///< Draws its samples itself.
  bool own_rates = false;        ///< Gives each parameter a rate of its own.
  bool looks_elsewhere = false;  ///< Takes the gradient at another point than the parameters.
  /// Vectors of n that it keeps and works in, beyond two.
  double (*vectors)(const Values& values) = nullptr;
  /// On a quadratic, with its own gradient and a constant rate, it converges while the rate is
  /// below this divided by the largest curvature. Null: no such limit is known.
  double (*stability_limit)(const Values& values) = nullptr;
  /// Where its rates only ever fall: a rule that forgets old gradients instead.
  std::string_view forgetful = {};
  /// Doubles that it keeps beside them for a block of this shape.
  double (*block_doubles)(double rows, double columns) = nullptr;
  std::span<const Hyperparameter> hyperparameters = {};
  /// Null in float32 for a rule that needs float64: checks refuse it, and its code is left out.
  std::unique_ptr<Optimizer> (*make)(const Values& values) = nullptr;
};

/// One of the rule's own vectors that has a number for each parameter.
struct StateDocs {
  std::string_view name;    ///< As the rule's state calls it.
  std::string_view symbol;  ///< TeX, as the formula writes it.
  std::string_view doc;
};

/// What the catalog tells people of it.
struct OptimizerDocs {
  std::string_view name, family, summary;
  Guide guide = {};
  /// Why it may be in a race that the page proposes. Without any, it is never proposed.
  std::span<const Suit> suits = {};
  std::string_view formula;  ///< TeX, the symbols of the rows.
  Paper paper;
  std::string_view notes;  ///< Whose defaults, where implementations differ, which form is ours.
  std::string_view cost = "1 gradient";  ///< Evaluations a step.
  std::string_view memory;               ///< State, in multiples of the n parameters: "2n".
  std::string_view checked_against;
  std::span<const StateDocs> state = {};
  std::span<const MarkDocs> marks = {};
  /// Whether each parameter moves by its own numbers alone, so that the formula holds for one.
  bool elementwise = false;
  Code code = {};  ///< Empty: no script can repeat it.
  std::span<const Declaration> hyperparameters = {};
};

constexpr bool needs(const OptimizerEntry& entry, Need need) {
  for (const Need listed : entry.needs)
    if (listed == need) return true;
  return false;
}

/// Where the learning rate stands among the rows; none: the rule finds its own.
constexpr std::optional<std::size_t> rate_row(const OptimizerEntry& entry) {
  for (std::size_t i = 0; i < entry.hyperparameters.size(); ++i)
    if (entry.hyperparameters[i].id == "learningRate") return i;
  return {};
}

std::span<const OptimizerEntry* const> optimizers();
const OptimizerDocs& docs_of(const OptimizerEntry& entry);

}  // namespace fall_line
