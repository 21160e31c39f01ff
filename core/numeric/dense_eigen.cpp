// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "numeric/dense.hpp"

/// Eigenvalues and eigenvectors of a symmetric matrix in two classic stages: Householder
/// reflections make it tridiagonal, implicitly shifted QL sweeps make that diagonal (Golub & Van
/// Loan, ch. 8).
namespace fall_line::dense {
namespace {

/// T = Q^T A Q as its diagonal and the entries next to it: beside[i] couples i and i + 1. All in
/// double, because a rounding error here reaches every eigenvector.
struct Tridiagonal {
  std::vector<double> diagonal, beside;
};

using Matrix = std::vector<double>;

/// The reflection 1 - scale v v^T that turns x onto the first axis; x becomes v.
double reflect(std::span<double> x, double& image) {
  double tail = 0;
  for (std::size_t i = 1; i < x.size(); ++i) tail += x[i] * x[i];
  if (tail == 0) {
    image = x[0];
    return 0;
  }
  const double length = std::sqrt(x[0] * x[0] + tail);
  image = x[0] > 0 ? -length : length;
  x[0] -= image;
  return 2 / (x[0] * x[0] + tail);
}

/// Leaves Q^T in `a`.
Tridiagonal tridiagonalize(Matrix& a, std::size_t n) {
  Tridiagonal t{std::vector<double>(n), std::vector<double>(n, 0.0)};
  Matrix q(n * n, 0.0);
  std::vector<double> p(n), scales(n, 0.0);
  for (std::size_t k = 0; k + 2 < n; ++k) {
    // v lies in row k, from column k + 1 on; A is symmetric.
    const std::span v(a.data() + k * n + k + 1, n - k - 1);
    const double scale = scales[k] = reflect(v, t.beside[k]);
    if (scale == 0) continue;
    double projection = 0;
    for (std::size_t i = 0; i < v.size(); ++i) {
      const double* row = a.data() + (k + 1 + i) * n + k + 1;
      double sum = 0;
      for (std::size_t j = 0; j < v.size(); ++j) sum += row[j] * v[j];
      p[i] = scale * sum;
      projection += p[i] * v[i];
    }
    for (std::size_t i = 0; i < v.size(); ++i) p[i] -= 0.5 * scale * projection * v[i];
    for (std::size_t i = 0; i < v.size(); ++i) {
      double* row = a.data() + (k + 1 + i) * n + k + 1;
      for (std::size_t j = 0; j < v.size(); ++j) row[j] -= v[i] * p[j] + p[i] * v[j];
    }
  }
  if (n > 1) t.beside[n - 2] = a[(n - 1) * n + n - 2];
  for (std::size_t i = 0; i < n; ++i) {
    t.diagonal[i] = a[i * n + i];
    q[i * n + i] = 1;
  }
  // Q^T = ... P_1 P_0: from the last reflection to the first, each adds on the right.
  for (std::size_t k = n < 2 ? 0 : n - 2; k-- > 0;) {
    if (scales[k] == 0) continue;
    const std::span v(a.data() + k * n + k + 1, n - k - 1);
    for (std::size_t i = k + 1; i < n; ++i) {
      double* row = q.data() + i * n + k + 1;
      double sum = 0;
      for (std::size_t j = 0; j < v.size(); ++j) sum += row[j] * v[j];
      for (std::size_t j = 0; j < v.size(); ++j) row[j] -= scales[k] * sum * v[j];
    }
  }
  a = std::move(q);
  return t;
}

/// One QL sweep over the block from `first` to `last`, shifted by Wilkinson's guess at an
/// eigenvalue. Its rotations are applied to the rows of q too.
void sweep(Tridiagonal& t, Matrix& q, std::size_t n, std::size_t first, std::size_t last) {
  auto& [d, e] = t;
  const double half = (d[first + 1] - d[first]) / (2 * e[first]);
  const double root = std::sqrt(half * half + 1);
  double bulge = d[last] - d[first] + e[first] / (half + (half < 0 ? -root : root));
  double sine = 1, cosine = 1, carried = 0;
  for (std::size_t i = last; i-- > first;) {
    const double off = sine * e[i], kept = cosine * e[i];
    const double length = std::sqrt(off * off + bulge * bulge);
    e[i + 1] = length;
    if (length == 0) {
      d[i + 1] -= carried;
      e[last] = 0;
      return;
    }
    sine = off / length;
    cosine = bulge / length;
    const double lower = d[i + 1] - carried;
    const double mixed = (d[i] - lower) * sine + 2 * cosine * kept;
    carried = sine * mixed;
    d[i + 1] = lower + carried;
    bulge = cosine * mixed - kept;
    double *upper_row = q.data() + i * n, *lower_row = upper_row + n;
    for (std::size_t k = 0; k < n; ++k) {
      const double u = upper_row[k], l = lower_row[k];
      lower_row[k] = sine * u + cosine * l;
      upper_row[k] = cosine * u - sine * l;
    }
  }
  d[first] -= carried;
  e[first] = bulge;
  e[last] = 0;
}

void diagonalize(Tridiagonal& t, Matrix& q, std::size_t n) {
  constexpr int most_sweeps = 60;  // Two or three are usual.
  for (std::size_t first = 0; first < n; ++first)
    for (int count = 0; count < most_sweeps; ++count) {
      std::size_t last = first;
      while (last + 1 < n && std::fabs(t.beside[last]) > std::numeric_limits<double>::epsilon() *
                                                             (std::fabs(t.diagonal[last]) +
                                                              std::fabs(t.diagonal[last + 1])))
        ++last;
      if (last == first) break;
      sweep(t, q, n, first, last);
    }
}

template <class T>
bool decompose(std::span<T> a, std::span<T> values) {
  const std::size_t n = values.size();
  double largest = 0;
  for (const double x : a) {
    if (x - x != 0) return false;
    largest = std::fabs(x) > largest ? std::fabs(x) : largest;
  }
  // Squares of its elements must neither overflow nor vanish.
  const double scale = largest > 0 ? largest : 1;
  Matrix q(a.begin(), a.end());
  for (double& x : q) x /= scale;
  Tridiagonal t = tridiagonalize(q, n);
  diagonalize(t, q, n);
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return t.diagonal[i] != t.diagonal[j] ? t.diagonal[i] < t.diagonal[j] : i < j;
  });
  for (std::size_t i = 0; i < n; ++i) {
    values[i] = static_cast<T>(scale * t.diagonal[order[i]]);
    for (std::size_t k = 0; k < n; ++k) a[i * n + k] = static_cast<T>(q[order[i] * n + k]);
  }
  return true;
}

}  // namespace

bool symmetric_eigen(std::span<float> a, std::span<float> values) { return decompose(a, values); }
bool symmetric_eigen(std::span<double> a, std::span<double> values) { return decompose(a, values); }

}  // namespace fall_line::dense
