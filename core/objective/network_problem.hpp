// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "data/split.hpp"
#include "network/criterion.hpp"
#include "network/initializer.hpp"
#include "network/loss.hpp"
#include "network/network.hpp"
#include "objective/batch_order.hpp"
#include "objective/objective.hpp"
#include "objective/training_problem.hpp"

namespace fall_line {

struct Penalty {
  double l1 = 0, l2 = 0;
};

/// Samples of one split, ready for the network.
struct SplitData {
  Vector x;                  ///< [sample][input], standardized, then Network::slack numbers. Empty
                             ///< where the samples have bytes.
  Vector targets;            ///< [sample][width], encoded for the loss.
  std::vector<int> classes;  ///< True class numbers; empty for regression.
  std::size_t count = 0;
  std::size_t scored = 0;  ///< The first ones, which scores are of.
};

/// A step takes a few samples, and a score all of a part. Where the samples are bytes there may be
/// so many that scores would take far longer than training, so they are of at most this many. The
/// order of a part is random, so the first ones are as good as any.
inline constexpr std::size_t most_scored_bytes = 1000;

/// How a network starts and walks through its data.
struct NetworkWalk {
  static constexpr std::size_t all = 0;  ///< A batch of all training samples.

  std::uint64_t seed = 1;
  std::size_t batch_size = all;
  const InitializerEntry* initializer = nullptr;
};

/// A network on data, one mini-batch after another: empirical risk plus penalties, L(w) = mean loss
/// + l1 |w|_1 + l2/2 |w|², the penalties over weights, not biases. A criterion takes the place of
/// the loss in training. Scores are of the plain loss, so that they can be compared.
class NetworkProblem final : public TrainingProblem {
 public:
  /// Runs may share their samples.
  NetworkProblem(std::shared_ptr<const Samples> samples, Split split,
                 Standardization standardization, Network network, const LossEntry& loss,
                 Penalty penalty, NetworkWalk walk = {});
  NetworkProblem(Samples samples, Split split, Standardization standardization, Network network,
                 const LossEntry& loss, Penalty penalty, NetworkWalk walk = {})
      : NetworkProblem(std::make_shared<const Samples>(std::move(samples)), std::move(split),
                       std::move(standardization), std::move(network), loss, penalty, walk) {}

  /// Puts a criterion in the place of the loss in training.
  void train_by(std::unique_ptr<const Criterion> criterion) { criterion_ = std::move(criterion); }

  const Layout& layout() const { return network_.layout(); }
  std::size_t parameters() const override { return layout().parameters; }
  std::span<const LayerParameters> layers() const override { return layout().layers; }
  std::span<const ParameterBlock> blocks() const override { return blocks_; }
  /// Weights from the `init` stream, biases 0.
  void start(std::span<Real> w) override;

  std::size_t next_batch() override;
  /// Takes these samples of the training split as the mini-batch, in place of the next in order.
  void take(std::span<const std::uint32_t> batch) { batch_ = batch; }
  std::uint64_t drawn() const override { return order_.drawn(); }
  void seek(std::uint64_t drawn) override;
  std::size_t training_samples() const override { return train_.count; }
  void project(std::span<Real>) const override {}
  bool stationary() const override { return takes_all() && !network_.has_dropout(); }
  bool takes_all() const override;

  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override;
  double full_gradient(std::span<const Real> w, std::span<Real> g) override;
  double loss(std::span<const Real> w) override;
  /// The L1 penalty adds nothing to the Hessian, since it is linear on each side of 0.
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override;
  void full_hessian_product(std::span<const Real> w, std::span<const Real> v,
                            std::span<Real> out) override;

  /// Rows of r, with L = |r|² / 2: √(2/(N K)) (output - target) for each of N samples and K
  /// outputs, then √l2 w for each weight, so that the L2 penalty is exact. 0: L is not a sum of
  /// squares.
  std::size_t residual_count() const override;
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override;
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override;
  void kronecker_factors(std::span<const Real> w, Stream& random, std::span<Real> factors) override;
  /// Of the data term of each sample of the mini-batch alone: [sample][parameter].
  void sample_gradients(std::span<const Real> w, std::span<Real> rows);

  double penalty(std::span<const Real> w) const override;
  double lowest_loss() const override { return 0; }
  Score train_score(std::span<const Real> w) override { return score(w, train_); }
  Score test_score(std::span<const Real> w) override { return score(w, test_); }
  Measures measures() const override;

  /// The network's predictions for inputs in original units, [sample][input]. Returns
  /// [sample][width]: a probability for each class, of class 1 alone for two; where the loss has
  /// none, how far the class leads, in [0, 1] with 0.5 at the boundary; regression values.
  std::vector<double> predict(std::span<const Real> w, std::span<const double> inputs) override;
  /// Of the last layer the sums, which are the outputs that the loss sees.
  std::vector<double> activations(std::span<const Real> w, std::span<const double> inputs,
                                  std::span<const UnitRange> units) override;
  void show_hidden(std::span<const Real> w, ShowHidden show) override;
  const ActivationEntry* activation(std::size_t l) const override {
    return l + 1 < layers().size() ? &network_.activation(l) : nullptr;
  }
  std::vector<double> batch_statistics(std::span<const Real> w) override;
  std::vector<double> recalls(std::span<const Real> w) override;
  RowWidths row_widths() const override { return {layout().inputs, layout().outputs}; }
  const Samples& samples() const override { return *samples_; }
  const Split& split() const override { return split_; }
  std::span<const std::uint32_t> batch() const override { return batch_; }
  DivergenceWords divergence_words() const override {
    return {.loss = "the mini-batch loss is no longer a finite number",
            .parameters = "a weight is no longer a finite number"};
  }

 private:
  template <class Take>
  void pass_rows(std::span<const Real> w, std::span<const double> inputs, Take take);
  /// Calls `take` with the first sample and the number of them after each forward pass.
  template <class Take>
  void pass_training(std::span<const Real> w, Take take);
  SplitData prepare(const std::vector<std::uint32_t>& indices) const;
  /// Writes the gradient of the data term, scaled by 1 / total, or adds it to that of the samples
  /// before `first`; returns the sum of the losses.
  double add_gradient(std::span<const Real> w, const std::uint32_t* indices, std::size_t first,
                      std::size_t samples, double total, std::span<Real> g);
  void add_penalty_gradient(std::span<const Real> w, std::span<Real> g) const;
  /// The same for the product with v.
  void add_hessian_product(std::span<const Real> w, std::span<const Real> v,
                           const std::uint32_t* indices, std::size_t first, std::size_t samples,
                           double total, std::span<Real> out);
  void add_penalty_product(std::span<const Real> v, std::span<Real> out) const;
  /// The loaded chunk as the loss sees it, derivatives scaled by `scale`.
  LossBatch loss_batch(const Real* outputs, std::size_t samples, double scale);
  /// The sum over a loaded chunk that training sees.
  double evaluate(const LossBatch& batch) const {
    return criterion_ == nullptr ? loss_->evaluate(batch)
                                 : criterion_->evaluate(*loss_, batch, loaded_classes_);
  }
  /// What the mean over training samples is divided by. `indices` null: the first ones.
  double divisor(const std::uint32_t* indices, std::size_t samples) const {
    return criterion_ == nullptr ? static_cast<double>(samples) : summed_weights(indices, samples);
  }
  [[gnu::noinline]] double summed_weights(const std::uint32_t* indices, std::size_t samples) const;
  /// The factor of sample b of the loaded chunk in the sum.
  double factor(std::size_t b) const {
    return criterion_ == nullptr ? 1 : criterion_->factor(loaded_classes_[b]);
  }
  /// Multiplies what was written for the loaded samples, [output][stride], by their factors, or by
  /// the roots of them.
  void weigh(Real* values, bool root) const;
  /// Tells a network with normalization or dropout what the batch to load is for.
  [[gnu::noinline]] void set_pass(const SplitData& data, const std::uint32_t* indices,
                                  std::size_t first);
  /// Gives batch normalization the statistics of all training samples, before samples that are not
  /// a batch of training.
  void keep_statistics(std::span<const Real> w) {
    if (network_.measured_stage() != nullptr) measure_statistics(w);
  }
  [[gnu::noinline]] static void start_gains(std::span<Real> gains);
  [[gnu::noinline]] void measure_statistics(std::span<const Real> w);
  Score score(std::span<const Real> w, const SplitData& data);
  void load_targets(const SplitData& data, const std::uint32_t* indices, std::size_t first,
                    std::size_t samples);
  /// Loads the inputs of samples `first`, ... of the split, or of the indices.
  void load_inputs(const SplitData& data, const std::uint32_t* indices, std::size_t first,
                   std::size_t samples);
  /// The same from bytes.
  [[gnu::noinline]] void load_bytes(const SplitData& data, const std::uint32_t* indices,
                                    std::size_t first, std::size_t samples);
  [[gnu::noinline]] void load_classes(const SplitData& data, const std::uint32_t* indices,
                                      std::size_t first, std::size_t samples);
  /// The predicted class of sample b of the loaded chunk.
  int predicted_class(const Real* outputs, std::size_t b) const;

  std::shared_ptr<const Samples> samples_;
  Split split_;
  Standardization standardization_;
  Network network_;
  std::vector<ParameterBlock> blocks_;
  const LossEntry* loss_;
  Penalty penalty_;
  Task task_;
  int classes_;
  std::size_t target_width_;
  SplitData train_, test_;
  Vector unpacked_;                  ///< Rows of a chunk, made of bytes.
  Vector targets_;                   ///< Of the loaded chunk, [sample][width].
  std::vector<int> loaded_classes_;  ///< The same as classes, where there is a criterion.
  Vector signs_;                     ///< For the factors of a chunk, [output][stride].
  NetworkWalk walk_;
  BatchOrder order_;
  std::span<const std::uint32_t> batch_;
  std::unique_ptr<const Criterion> criterion_;  ///< Null: the plain loss.
  Vector kept_for_;  ///< The parameters that the kept statistics are of. Empty: none are kept.
};

}  // namespace fall_line
