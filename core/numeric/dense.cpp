// SPDX-License-Identifier: MIT
#include "numeric/dense.hpp"

#include <cmath>

namespace fall_line::dense {

double dot(std::span<const Real> a, std::span<const Real> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  return sum;
}

double norm(std::span<const Real> a) { return std::sqrt(dot(a, a)); }

void multiply(std::span<const Real> a, std::span<const Real> x, std::span<Real> y) {
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = static_cast<Real>(dot(a.subspan(i * n, n), x));
}

bool cholesky(std::span<Real> a, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    Real* row = a.data() + i * n;
    for (std::size_t j = 0; j <= i; ++j) {
      const Real* other = a.data() + j * n;
      double sum = row[j];
      for (std::size_t k = 0; k < j; ++k) sum -= static_cast<double>(row[k]) * other[k];
      if (j < i) {
        row[j] = static_cast<Real>(sum / other[j]);
      } else if (sum > 0 && sum - sum == 0) {
        row[i] = static_cast<Real>(std::sqrt(sum));
      } else {
        return false;
      }
    }
  }
  return true;
}

void cholesky_solve(std::span<const Real> l, std::span<Real> x) {
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < n; ++i) {
    double sum = x[i];
    for (std::size_t k = 0; k < i; ++k) sum -= static_cast<double>(l[i * n + k]) * x[k];
    x[i] = static_cast<Real>(sum / l[i * n + i]);
  }
  for (std::size_t i = n; i-- > 0;) {
    double sum = x[i];
    for (std::size_t k = i + 1; k < n; ++k) sum -= static_cast<double>(l[k * n + i]) * x[k];
    x[i] = static_cast<Real>(sum / l[i * n + i]);
  }
}

}  // namespace fall_line::dense
