// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "network/hidden/stages.hpp"

namespace fall_line {

/// Normalizes the sums z of the hidden layers before their activation: y = gain x̂ + shift with
/// x̂ = (z - mean) / √(variance + ε). The variance is that of these numbers, not an estimate for
/// others.
class Normalizer final : public HiddenStage {
 public:
  /// PyTorch's and the papers' usual value.
  static constexpr double epsilon = 1e-5;

  /// For chunks of up to this many samples, which are a multiple of kernels::batch_multiple.
  Normalizer(Normalization kind, const Layout& layout, std::size_t chunk);

  bool keeps_statistics() const override { return kind_ == Normalization::batch; }
  void keep() override;
  std::vector<double> kept() const override;
  void load(const LoadedBatch& batch) override;
  void forward(std::size_t l, std::span<const Real> w, const Real* z, Real* y) override;
  void backward(std::size_t l, std::span<const Real> w, Real* delta) override;
  void gradient(std::size_t l, std::span<Real> g, bool add) const override;
  void sample_gradients(std::size_t l, Real* rows, std::size_t row_stride) const override;
  void add_squared_norms(std::size_t l, std::span<double> norms) const override;
  void forward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                       Real* R) override;
  void backward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                        Real* delta, Real* Rdelta) override;
  void gradient_tangent(std::size_t l, std::span<Real> out) const override;

 private:
  struct Hidden {
    LayerParameters place;
    Vector x;                                      ///< x̂, [unit][stride].
    Vector delta;                                  ///< dL/dy.
    std::vector<double> mean, variance;            ///< [group]
    std::vector<double> scale;                     ///< 1 / σ = 1 / √(variance + ε), [group]
    std::vector<double> kept_mean, kept_variance;  ///< [unit]
    Vector Rx, Rdelta;                             ///< Along a direction. Empty until first used.
    std::vector<double> Rscale;                    ///< R σ / σ, [group]
    std::vector<double> own, along;                ///< mean(x̂ d) and mean(R x̂ d), [group]
  };
  /// The numbers that are normalized together: group g has the i-th at g * apart + i * step.
  struct Groups {
    std::size_t count, size, apart, step;
    bool by_unit;  ///< Else by sample.
  };
  Groups groups(const Hidden& layer) const;
  /// d becomes J d with the Jacobian J of x̂ by z, which is symmetric.
  void multiply_by_jacobian(const Hidden& layer, Real* d) const;
  void clear_padding(const Hidden& layer, Real* values) const;

  Normalization kind_;
  std::vector<Hidden> layers_;
  std::size_t samples_ = 0, stride_ = 0;
  bool uses_kept_ = false;
};

}  // namespace fall_line
