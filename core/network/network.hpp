// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "network/activation.hpp"
#include "network/hidden/stages.hpp"
#include "network/layout.hpp"
#include "numeric/lanes.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// A sequence of layers z_l = W_l a_(l-1) + b_l, a_l = f(z_l), with a linear last layer, and its
/// back-propagation (Rumelhart, Hinton & Williams 1986). It owns the workspace of one chunk of
/// samples, laid out [unit][sample]; the parameters are its caller's.
class Network {
 public:
  /// load() reads whole vectors and may read this many numbers beyond the last row.
  static constexpr std::size_t slack = lanes - 1;

  /// With the same activation in all hidden layers.
  Network(const NetworkShape& shape, const ActivationEntry& activation);
  Network(const NetworkShape& shape, HiddenStages stages);

  /// The most samples that are loaded at once.
  std::size_t chunk() const { return stages_.chunk; }
  /// Whether it has to be told what the batch to load is for.
  bool needs_pass() const { return stages_.normalization != nullptr || has_dropout(); }
  /// What the next batch is for, and the place of its first sample in the order of all.
  void set_pass(Pass pass, std::uint64_t place = 0) { loaded_ = {pass, place}; }
  /// The stage whose statistics answers depend on. Null: there is none.
  HiddenStage* measured_stage() const {
    HiddenStage* stage = stages_.normalization.get();
    return stage != nullptr && stage->keeps_statistics() ? stage : nullptr;
  }
  bool has_dropout() const { return stages_.dropout != nullptr; }

  const Layout& layout() const { return layout_; }

  /// Takes `samples` rows of x, [sample][input] and `slack` numbers more, in the order of `indices`
  /// (null: 0, 1, 2...).
  void load(const Real* x, const std::uint32_t* indices, std::size_t samples);
  /// Outputs of the loaded samples, [unit][stride()].
  const Real* forward(std::span<const Real> w);
  /// The activations of layer l, and of the last one its sums, [unit][stride()]. Needs forward.
  const Real* activations(std::size_t l) const {
    return l + 1 < layers_.size() ? a_[l].data() : z_[l].data();
  }
  /// The sums of hidden layer l, normalized, which its activations are of. Needs forward.
  const Real* sums(std::size_t l) const { return z_[l].data(); }
  /// Of hidden layer l.
  const ActivationEntry& activation(std::size_t l) const { return *stages_.activations[l]; }
  /// Where the loss's derivatives go, [unit][stride()]; the padding is zeroed by load.
  Real* output_delta() { return deltas_.back().data(); }
  /// Writes the gradient of the loaded samples to g, or adds it. Needs forward and output_delta.
  void backward(std::span<const Real> w, std::span<Real> g, bool add);
  /// The same for each loaded sample b alone: writes its gradient to the row at rows + b *
  /// row_stride. Needs forward and output_delta.
  void backward_each(std::span<const Real> w, Real* rows, std::size_t row_stride);
  /// ‖gradient‖² of each loaded sample alone. Needs backward.
  void squared_norms(std::span<double> norms) const;

  /// Adds each layer's Kronecker factors, ā āᵀ and δ δᵀ of every loaded sample times `share`, in
  /// order of layers, row-major. Needs forward and output_delta.
  void add_factors(std::span<const Real> w, double share, std::span<Real> factors);

  /// Derivatives along the direction v of the parameters, by the R-operator (Pearlmutter 1994):
  /// exact, at the cost of about one more gradient. First of the outputs, [unit][stride()]; needs
  /// forward.
  const Real* forward_tangent(std::span<const Real> w, std::span<const Real> v);
  /// Where the derivative of output_delta along v goes; the padding is zero.
  Real* output_delta_tangent() { return tangent_.deltas.back().data(); }
  /// Adds the derivative of the gradient of the loaded samples to `out`. Needs forward,
  /// output_delta, forward_tangent, and output_delta_tangent.
  void backward_tangent(std::span<const Real> w, std::span<const Real> v, std::span<Real> out);

  /// Samples per row of the workspace, padding included.
  std::size_t stride() const { return stride_; }

 private:
  /// What layer l sees.
  const Real* inputs_of(std::size_t l) const {
    if (l == 0) return inputs_.data();
    return has_dropout() ? dropped_[l - 1].data() : a_[l - 1].data();
  }
  /// Numbers in a_l, z_l and delta_l: of all units and samples.
  std::size_t values_in(std::size_t l) const { return layout_.layers[l].units * stride_; }
  /// The parameters of layer l, or their derivatives along a direction.
  LayerWeights weights_in(std::span<const Real> w, std::size_t l) const {
    return {w.data() + layout_.layers[l].weights, w.data() + layout_.layers[l].biases};
  }
  /// Where layer l's gradient goes.
  kernels::OuterSums sums_in(std::span<Real> g, std::size_t l, bool add) const {
    return {g.data() + layout_.layers[l].weights, g.data() + layout_.layers[l].biases, add};
  }
  Layer::Pass pass_of(std::size_t l) const {
    return {deltas_[l].data(), inputs_of(l), samples_, stride_};
  }
  /// delta_(l-1) = (W_l^T delta_l) * f'(z_(l-1))
  void propagate(std::span<const Real> w, std::size_t l);
  /// What the stages make of hidden layer l's sums, its activations, and their derivatives. They do
  /// nothing where there are none, and are not inlined, because loops that call them would be
  /// compiled twice, with and without stages.
  [[gnu::noinline]] void normalize(std::span<const Real> w, std::size_t l);
  [[gnu::noinline]] void drop(std::span<const Real> w, std::size_t l);
  [[gnu::noinline]] void drop_derivatives(std::span<const Real> w, std::size_t l);
  [[gnu::noinline]] void normalize_derivatives(std::span<const Real> w, std::size_t l);

  Layout layout_;
  std::vector<std::unique_ptr<const Layer>> layers_;
  HiddenStages stages_;
  LoadedBatch loaded_;
  std::size_t samples_ = 0, stride_ = 0, widest_;
  Vector inputs_;
  std::vector<const Real*> rows_;       ///< Where the loaded samples are.
  std::vector<Vector> z_, a_, deltas_;  ///< One of each per layer.
  std::vector<Vector> dropped_;         ///< What dropout leaves of a. Empty without it.
  /// Their derivatives along a direction, and a scratch buffer. Empty until first used.
  struct Tangent {
    std::vector<Vector> z, a, deltas;
    Vector scratch;
  } tangent_;
};

}  // namespace fall_line
