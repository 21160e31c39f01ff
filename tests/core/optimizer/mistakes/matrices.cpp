// SPDX-License-Identifier: MIT
#include <algorithm>

#include "numeric/dense.hpp"
#include "numeric/matrix.hpp"
#include "support/rewritten.hpp"

namespace fall_line::reference {
namespace {

double square(double x) { return x * x; }

struct Matrix {
  std::size_t rows, columns;
  Numbers x = Numbers(rows * columns);

  dense::MatrixView<double> view() { return {x.data(), rows, columns}; }
};

Matrix product(Matrix a, Matrix b) {
  Matrix out{a.rows, b.columns};
  dense::multiply(a.view(), b.view(), out.view());
  return out;
}

Matrix transposed(const Matrix& a) {
  Matrix out{a.columns, a.rows};
  for (std::size_t i = 0; i < a.rows; ++i)
    for (std::size_t j = 0; j < a.columns; ++j) out.x[j * a.rows + i] = a.x[i * a.columns + j];
  return out;
}

Matrix part(const Numbers& all, const ParameterBlock& block) {
  Matrix out{block.rows, block.columns};
  std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(block.offset), block.size(), out.x.begin());
  return out;
}

bool is_matrix(const ParameterBlock& block) { return block.rows > 1 && block.columns > 1; }

/// The eigenvectors of a symmetric matrix, one per row, and its eigenvalues.
Matrix eigenvectors(Matrix a, Numbers& values) {
  values.assign(a.rows, 0);
  dense::symmetric_eigen(a.x, values);
  return a;
}

Matrix newton_schulz(Matrix x, int steps, bool normalized) {
  double squares = 0;
  for (const double value : x.x) squares += square(value);
  if (normalized)
    for (double& value : x.x) value /= std::sqrt(squares);
  for (int i = 0; i < steps; ++i) {
    const Matrix gram = product(x, transposed(x));
    const Matrix once = product(gram, x), twice = product(gram, once);
    for (std::size_t j = 0; j < x.x.size(); ++j)
      x.x[j] = 3.4445 * x.x[j] - 4.775 * once.x[j] + 2.0315 * twice.x[j];
  }
  return x;
}

const Rewrite muon(
    "muon",
    {"plain momentum", "velocity an average", "four steps", "not normalized", "no factor of shape",
     "factor of shape turned", "sign of the decay", "decay after the step", "vectors not corrected",
     "vectors as columns of a matrix"},
    [](Step& k, int mistake) {
      auto &b = k.s[0], &v = k.s[1];
      const double mu = k["momentum"], taken = mistake == 2 ? 1 - mu : 1;
      const double decay = (mistake == 7 ? -1 : 1) * k.rate * k["weightDecay"];
      const double c1 = mistake == 9 ? 1 : 1 - std::pow(0.9, k.t);
      const double c2 = mistake == 9 ? 1 : 1 - std::pow(0.999, k.t);
      const auto shrink = [&] {
        for (std::size_t i = 0; i < k.w.size(); ++i) k.move(i, decay * k.w[i]);
      };
      if (mistake != 8) shrink();
      for (const ParameterBlock& block : k.objective.blocks()) {
        const std::size_t from = block.offset, end = from + block.size();
        if (is_matrix(block) || mistake == 10) {
          Numbers ahead(k.w.size());
          for (std::size_t i = from; i < end; ++i) {
            b[i] = mu * b[i] + taken * k.g[i];
            ahead[i] = mistake == 1 ? b[i] : k.g[i] + mu * b[i];
          }
          const Matrix o = newton_schulz(part(ahead, block), mistake == 3 ? 4 : 5, mistake != 4);
          const double rows = static_cast<double>(block.rows),
                       columns = static_cast<double>(block.columns);
          const double ratio = mistake == 5 ? 1 : mistake == 6 ? columns / rows : rows / columns;
          for (std::size_t i = from; i < end; ++i)
            k.move(i, k.rate * std::sqrt(std::max(1.0, ratio)) * o.x[i - from]);
        } else {
          for (std::size_t i = from; i < end; ++i) {
            b[i] = 0.9 * b[i] + (1 - 0.9) * k.g[i];
            v[i] = 0.999 * v[i] + (1 - 0.999) * square(k.g[i]);
            k.move(i, k.rate * b[i] / c1 / (std::sqrt(v[i] / c2) + 1e-8));
          }
        }
      }
      if (mistake == 8) shrink();
    });

const Rewrite shampoo("shampoo",
                      {"power of -1/2 on both sides", "power of -1/4 for vectors",
                       "averages instead of sums", "rows alone", "roots a step late",
                       "no epsilon to start with", "sides swapped"},
                      [](Step& k, int mistake) {
                        // s[3] and s[4] hold the sums and the roots of all blocks, block after
                        // block.
                        auto &sums = k.s[3], &roots = k.s[4];
                        const auto period = static_cast<int>(k["period"]);
                        if (k.t == 1) {
                          sums.clear();
                          for (const ParameterBlock& block : k.objective.blocks())
                            for (const std::size_t n : {block.rows, block.columns})
                              for (std::size_t i = 0; i < n * n; ++i)
                                sums.push_back(i % (n + 1) == 0 && mistake != 6 ? k["epsilon"] : 0);
                          roots = sums;
                        }
                        std::size_t at = 0;
                        for (const ParameterBlock& block : k.objective.blocks()) {
                          const Matrix g = part(k.g, block);
                          Matrix step = g;
                          for (const bool right : {false, true}) {
                            const std::size_t n = right ? block.columns : block.rows;
                            const Matrix seen = right ? transposed(g) : g;
                            const Matrix gram = product(seen, transposed(seen));
                            const ParameterBlock here{at, n, n};
                            at += n * n;
                            for (std::size_t i = 0; i < n * n; ++i)
                              sums[here.offset + i] =
                                  mistake == 3 ? 0.9 * sums[here.offset + i] + 0.1 * gram.x[i]
                                               : sums[here.offset + i] + gram.x[i];
                            if ((k.t - (mistake == 5 ? 2 : 1)) % period == 0 || k.t == 1) {
                              Numbers values;
                              Matrix q = eigenvectors(part(sums, here), values);
                              const double power = is_matrix(block) ? (mistake == 1 ? -0.5 : -0.25)
                                                                    : (mistake == 2 ? -0.25 : -0.5);
                              const Matrix rows = q;
                              for (std::size_t i = 0; i < n * n; ++i)
                                q.x[i] *= std::pow(std::max(values[i / n], 1e-30), power);
                              const Matrix root = product(transposed(rows), q);
                              std::copy(root.x.begin(), root.x.end(),
                                        roots.begin() + static_cast<std::ptrdiff_t>(here.offset));
                            }
                            const bool turned =
                                right != (mistake == 7 && block.rows == block.columns);
                            if (n == 1 && (right || block.columns > 1)) continue;
                            if (mistake == 4 && right) continue;
                            const Matrix root = part(roots, here);
                            step = turned ? product(step, root) : product(root, step);
                          }
                          for (std::size_t i = 0; i < block.size(); ++i)
                            k.move(block.offset + i, k.rate * step.x[i]);
                        }
                      });

const Rewrite soap(
    "soap",
    {"epsilon inside the root", "epsilon before the correction", "first correction a step late",
     "second correction a step late", "gradients averaged in their axes",
     "squares of unturned gradients", "axes a step early", "first axes those of the weights",
     "first gradient left out", "one side alone"},
    [](Step& k, int mistake) {
      // s[3] and s[4] hold the averages and the bases of all blocks, block after block.
      auto &m = k.s[0], &v = k.s[1], &averages = k.s[3], &bases = k.s[4];
      const double b1 = k["beta1"], b2 = k["beta2"], eps = k["epsilon"];
      const auto period = static_cast<int>(k["period"]);
      if (k.t == 1) {
        bases.clear();
        for (const ParameterBlock& block : k.objective.blocks())
          for (const std::size_t n : {block.rows, block.columns})
            for (std::size_t i = 0; i < n * n; ++i) bases.push_back(i % (n + 1) == 0 ? 1 : 0);
        averages.assign(bases.size(), 0);
      }
      const double c1 = 1 - std::pow(b1, mistake == 3 ? k.t + 1 : k.t);
      const double c2 = 1 - std::pow(b2, mistake == 4 ? k.t + 1 : k.t);
      const auto size = [&](double x) {
        if (mistake == 1) return std::sqrt(x / c2 + eps);
        if (mistake == 2) return (std::sqrt(x) + eps) / std::sqrt(c2);
        return std::sqrt(x / c2) + eps;
      };
      std::size_t at = 0;
      for (const ParameterBlock& block : k.objective.blocks()) {
        const ParameterBlock left{at, block.rows, block.rows};
        const ParameterBlock right{at + left.size(), block.columns, block.columns};
        at = right.offset + right.size();
        const Matrix g = part(k.g, block);
        const auto follow = [&](bool due) {
          for (const auto& [here, seen] : {std::pair{left, g}, std::pair{right, transposed(g)}}) {
            const Matrix gram = product(seen, transposed(seen));
            for (std::size_t i = 0; i < here.size(); ++i) {
              double& average = averages[here.offset + i];
              average = b2 * average + (1 - b2) * gram.x[i];
            }
            if (!due || !is_matrix(block) || (mistake == 10 && here.offset == right.offset))
              continue;
            Numbers values;
            const Matrix q = eigenvectors(part(averages, here), values);
            std::copy(q.x.begin(), q.x.end(),
                      bases.begin() + static_cast<std::ptrdiff_t>(here.offset));
          }
        };
        if (k.t == 1) follow(mistake != 8);
        const Matrix p = part(bases, left), q = part(bases, right);
        const auto into = [&](const Matrix& x) { return product(product(p, x), transposed(q)); };
        const Matrix turned = into(g);
        for (std::size_t i = 0; i < block.size(); ++i) {
          const std::size_t j = block.offset + i;
          m[j] = b1 * m[j] + (1 - b1) * (mistake == 5 ? turned.x[i] : g.x[i]);
          v[j] = b2 * v[j] + (1 - b2) * square(mistake == 6 ? g.x[i] : turned.x[i]);
        }
        Matrix step = mistake == 5 ? part(m, block) : into(part(m, block));
        for (std::size_t i = 0; i < block.size(); ++i) step.x[i] /= c1 * size(v[block.offset + i]);
        step = product(product(transposed(p), step), q);
        for (std::size_t i = 0; i < block.size(); ++i) k.move(block.offset + i, k.rate * step.x[i]);
        if (k.t == 1 && mistake == 9)
          for (std::size_t i = left.offset; i < at; ++i) averages[i] = 0;
        if (k.t > 1) follow((k.t + (mistake == 7 ? 1 : 0)) % period == 0);
      }
    });

}  // namespace
}  // namespace fall_line::reference
