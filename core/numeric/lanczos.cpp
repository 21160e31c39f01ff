// SPDX-License-Identifier: MIT
#include "numeric/lanczos.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "numeric/dense.hpp"
#include "numeric/random.hpp"

namespace fall_line {
namespace {

/// A in the basis of the iteration: a tridiagonal matrix that grows by a row with each product.
struct Projected {
  std::vector<double> diagonal, beside;

  /// Empty: it is not finite.
  std::optional<SpectrumEnds> ends() const {
    const std::size_t k = diagonal.size();
    std::vector<double> a(k * k, 0.0), values(k);
    for (std::size_t i = 0; i < k; ++i) {
      a[i * k + i] = diagonal[i];
      if (i + 1 < k) a[i * k + i + 1] = a[(i + 1) * k + i] = beside[i];
    }
    if (!dense::symmetric_eigen(a, values)) return std::nullopt;
    return SpectrumEnds{values.front(), values.back()};
  }
};

double size_of(const SpectrumEnds& ends) {
  return std::max(std::fabs(ends.lowest), std::fabs(ends.highest));
}

/// An end that has not changed for fewer products may be the second largest eigenvalue: the largest
/// one shows late if its vector is nearly orthogonal to the start.
constexpr std::size_t patience = 4;

bool close(const SpectrumEnds& a, const SpectrumEnds& b, double tolerance) {
  const double most = tolerance * size_of(b);
  return std::fabs(a.lowest - b.lowest) <= most && std::fabs(a.highest - b.highest) <= most;
}

Vector random_unit(std::size_t n) {
  Stream stream("lanczos", 0);
  Vector v(n);
  for (Real& x : v) x = static_cast<Real>(stream.normal());
  const double length = dense::norm(v);
  for (Real& x : v) x = static_cast<Real>(x / length);
  return v;
}

}  // namespace

std::optional<SpectrumEnds> spectrum_ends(std::size_t n, const SymmetricProduct& product,
                                          const LanczosLimits& limits) {
  Vector v = random_unit(n), before(n, 0), next(n);
  Projected projected;
  std::vector<SpectrumEnds> ends;
  double coupling = 0;
  for (std::size_t k = 0; k < std::min(n, limits.products); ++k) {
    product(v, next);
    const double along = dense::dot(v, next);
    for (std::size_t i = 0; i < n; ++i)
      next[i] = static_cast<Real>(next[i] - along * v[i] - coupling * before[i]);
    projected.diagonal.push_back(along);
    const std::optional<SpectrumEnds> found = projected.ends();
    if (!found) return std::nullopt;
    ends.push_back(*found);
    const bool settled = k >= patience && close(ends[k - patience], *found, limits.tolerance);
    coupling = dense::norm(next);
    // Nothing but rounding is left: the ends are exact.
    constexpr double rounding = 8 * std::numeric_limits<Real>::epsilon();
    if (settled || coupling <= rounding * size_of(*found)) break;
    projected.beside.push_back(coupling);
    for (std::size_t i = 0; i < n; ++i) {
      before[i] = v[i];
      v[i] = static_cast<Real>(next[i] / coupling);
    }
  }
  return ends.empty() ? std::nullopt : std::optional(ends.back());
}

}  // namespace fall_line
