// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "data/split.hpp"
#include "network/activation.hpp"
#include "network/layout.hpp"
#include "numeric/function_ref.hpp"
#include "numeric/real.hpp"
#include "objective/objective.hpp"

namespace fall_line {

/// Loss and accuracy over a whole split. Accuracy is NaN if there are no classes, and both are NaN
/// if the split is empty.
struct Score {
  double loss, accuracy;
};

/// Which scores a problem has beside its training loss.
struct Measures {
  bool test_loss = false, train_accuracy = false, test_accuracy = false;
};

/// Numbers per row that predict takes and gives.
struct RowWidths {
  std::size_t inputs, outputs;
};

/// `count` units of a layer of a network from `first` on, both counted from 0.
struct UnitRange {
  std::size_t layer, first, count;
};

/// What a hidden layer holds for some samples: the sums z and the activations a, [unit][stride].
struct HiddenValues {
  std::size_t layer, units, samples, stride;
  const Real *z, *a;
};

using ShowHidden = FunctionRef<void(const HiddenValues& hidden)>;

/// How a run that diverged on the problem says so.
struct DivergenceWords {
  std::string_view loss, parameters;
};

/// What a run trains: a function of n parameters, evaluated on one mini-batch after another. The
/// order of the batches depends on the seed alone, and a run can resume at any of them.
class TrainingProblem {
 public:
  virtual ~TrainingProblem() = default;

  /// n
  virtual std::size_t parameters() const = 0;
  virtual std::span<const ParameterBlock> blocks() const = 0;
  /// The initial parameters, the same for every racer.
  virtual void start(std::span<Real> w) = 0;

  /// Advances to the next mini-batch and returns its number of samples.
  virtual std::size_t next_batch() = 0;
  /// Samples drawn so far.
  virtual std::uint64_t drawn() const = 0;
  /// Continues as if `drawn` samples had been drawn.
  virtual void seek(std::uint64_t drawn) = 0;
  /// Samples of an epoch.
  virtual std::size_t training_samples() const = 0;

  /// Projects the parameters after a step back onto the domain of the problem.
  virtual void project(std::span<Real> w) const = 0;

  /// Loss on the mini-batch, penalties included, and its gradient.
  virtual double gradient(const std::span<const Real>& w, const std::span<Real>& g) = 0;
  virtual double loss(std::span<const Real> w) = 0;
  /// Product of its Hessian at w with v.
  virtual void hessian_product(std::span<const Real> w, std::span<const Real> v,
                               std::span<Real> out) = 0;
  /// The same over all training samples.
  virtual double full_gradient(std::span<const Real> w, std::span<Real> g) = 0;
  virtual void full_hessian_product(std::span<const Real> w, std::span<const Real> v,
                                    std::span<Real> out) = 0;
  /// On the mini-batch; see Objective.
  virtual std::size_t residual_count() const = 0;
  virtual double residuals(std::span<const Real> w, std::span<Real> r,
                           std::span<Real> jacobian) = 0;
  /// On samples that the caller chooses; see Objective. NaN where there are no samples.
  virtual double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g);
  /// On the mini-batch; NaN where there are no layers.
  virtual void kronecker_factors(std::span<const Real> w, Stream& random, std::span<Real> factors);
  /// Whether every mini-batch is the same function of w, up to the order of its sums.
  virtual bool stationary() const = 0;
  /// Whether every mini-batch is of all training samples.
  virtual bool takes_all() const { return false; }
  /// What penalties add to the data term.
  virtual double penalty(std::span<const Real> w) const = 0;
  /// What no training loss is below: of a network 0, of a surface its lowest minimum.
  virtual double lowest_loss() const = 0;
  /// The data term alone.
  virtual Score train_score(std::span<const Real> w) = 0;
  virtual Score test_score(std::span<const Real> w) = 0;
  virtual Measures measures() const = 0;

  virtual RowWidths row_widths() const = 0;
  /// What the function with these parameters answers to rows of inputs, in original units.
  virtual std::vector<double> predict(std::span<const Real> w, std::span<const double> inputs) = 0;
  /// The activations of these units of a network for rows of inputs, in original units:
  /// [row][unit], the ranges one after another. Nothing where there are no layers.
  virtual std::vector<double> activations(std::span<const Real> w, std::span<const double> inputs,
                                          std::span<const UnitRange> units);

  /// Shows all hidden layers of a network for all training samples, some samples at a time.
  virtual void show_hidden(std::span<const Real> w, ShowHidden show);
  /// With batch normalization: of each hidden layer the mean of each unit's sums over all training
  /// samples, then their variances. Nothing without it.
  virtual std::vector<double> batch_statistics(std::span<const Real> w);
  /// What follows hidden layer l. Null where there is none.
  virtual const ActivationEntry* activation(std::size_t /*l*/) const { return nullptr; }
  /// The share of each class's training samples that the function gets right. NaN for a class
  /// without samples, and nothing where there are no classes.
  virtual std::vector<double> recalls(std::span<const Real> w);

  /// The data; empty where the function is not learned from samples.
  virtual const Samples& samples() const;
  virtual const Split& split() const;
  /// The mini-batch, as indices into the training split: empty without data and before the first
  /// batch, and valid until the next one.
  virtual std::span<const std::uint32_t> batch() const { return {}; }
  /// The layers of a network in its parameters. None elsewhere.
  virtual std::span<const LayerParameters> layers() const { return {}; }
  /// Whether the parameters are a point of a plane, where a run leaves a path.
  virtual bool on_plane() const { return false; }
  virtual DivergenceWords divergence_words() const = 0;
};

}  // namespace fall_line
