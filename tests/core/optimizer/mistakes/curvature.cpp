// SPDX-License-Identifier: MIT
#include <algorithm>

#include "numeric/dense.hpp"
#include "support/rewritten.hpp"

/// Rules that use the Hessian or the Jacobian of the residuals.
namespace fall_line::reference {
namespace {

Vector moved(const Step& k, std::span<const Real> p, double rate) {
  Vector there(k.w.begin(), k.w.end());
  for (std::size_t i = 0; i < there.size(); ++i) there[i] += static_cast<Real>(rate * p[i]);
  return there;
}

void go_to(Step& k, const Vector& there) { std::copy(there.begin(), there.end(), k.w.begin()); }

double loss_at(Step& k, const Vector& there) { return k.objective.loss(there); }

const Rewrite newton("newton",
                     {"negative curvatures kept", "negative curvatures turned", "damping forgotten",
                      "damping before the sign is lost", "damping replaces small curvatures",
                      "halves for cubics", "first length 1"},
                     [](Step& k, int mistake) {
                       enum { damped, saddle_free };
                       const std::size_t n = k.g.size();
                       const double delta = mistake == 3 ? 0 : k["damping"];
                       bool turn = static_cast<int>(k["variant"]) == saddle_free;
                       if (mistake == 1) turn = false;
                       if (mistake == 2) turn = true;
                       Vector q(n * n), values(n), p(n);
                       k.objective.hessian(k.w, q);
                       dense::symmetric_eigen(q, values);
                       for (std::size_t i = 0; i < n; ++i) {
                         double bend = turn ? std::fabs(values[i]) + delta : values[i] + delta;
                         if (turn && mistake == 4) bend = std::fabs(values[i] + delta);
                         if (turn && mistake == 5)
                           bend = std::max<double>(std::fabs(values[i]), delta);
                         double along = 0;
                         for (std::size_t j = 0; j < n; ++j) along += q[i * n + j] * k.g[j];
                         for (std::size_t j = 0; j < n; ++j)
                           p[j] -= static_cast<Real>(along / bend * q[i * n + j]);
                       }
                       const double rate = mistake == 7 ? 1 : k.rate;
                       if (k["search"] == 0) return go_to(k, moved(k, p, rate));
                       Line line;
                       line.reset(n);
                       line.start(k.objective, k.w);
                       line.aim(p);
                       mistake == 6 ? backtrack(line, rate, 0.5, 1e-4)
                                    : backtrack_by_cubics(line, rate, 1e-4);
                       go_to(k, line.trial());
                     });

const Rewrite trust_region(
    "trust-region",
    {"steps refused below a quarter", "radius halves", "radius doubles inside too",
     "radius never doubles", "promise of the slope alone", "model solved to the end",
     "steepest descent at the boundary", "radius shrinks below a half"},
    [](Step& k, int mistake) {
      const std::size_t n = k.g.size();
      double& radius = k.number[0];
      if (k.t == 1) radius = k["radius"];
      const Vector g(k.g.begin(), k.g.end());
      Line line;
      line.reset(n);
      const double value = line.start(k.objective, k.w), noise = line.noise();
      const double length = dense::norm(g);
      const double enough = mistake == 6 ? 1e-12 : std::min(0.5, std::sqrt(length)) * length;
      for (int trial = 0; trial < 60; ++trial) {
        Vector z(n), r = g, d(n), bd(n);
        for (std::size_t i = 0; i < n; ++i) d[i] = -g[i];
        double promise = 0;
        bool leaves = false;
        for (std::size_t i = 0; i < 2 * n && !leaves; ++i) {
          k.objective.hessian_product(k.w, d, bd);
          const double dbd = dense::dot(d, bd), rr = dense::dot(r, r), dd = dense::dot(d, d);
          const double zd = dense::dot(z, d);
          const double room = std::max(0.0, radius * radius - dense::dot(z, z));
          const double limit = (std::sqrt(zd * zd + dd * room) - zd) / dd;
          leaves = !(dbd > 0) || rr / dbd >= limit;
          if (leaves && mistake == 7) {
            std::fill(z.begin(), z.end(), Real{0});
            promise = 0;
            d = g;
            for (Real& x : d) x *= static_cast<Real>(-radius / length);
            k.objective.hessian_product(k.w, d, bd);
            promise = -dense::dot(g, d) - 0.5 * dense::dot(d, bd);
            z = d;
            break;
          }
          const double tau = leaves ? limit : rr / dbd;
          promise -= tau * dense::dot(r, d) + (mistake == 5 ? 0 : 0.5 * tau * tau * dbd);
          for (std::size_t j = 0; j < n; ++j) {
            z[j] += static_cast<Real>(tau * d[j]);
            r[j] += static_cast<Real>(tau * bd[j]);
          }
          if (dense::norm(r) < enough) break;
          const double beta = dense::dot(r, r) / rr;
          for (std::size_t j = 0; j < n; ++j) d[j] = static_cast<Real>(beta * d[j] - r[j]);
        }
        const Vector there = moved(k, z, 1);
        const double fallen = value - loss_at(k, there);
        const bool rounding = promise <= noise && std::fabs(fallen) <= noise;
        const double rho = rounding ? 1 : fallen / promise;
        if (!(rho >= (mistake == 8 ? 0.5 : 0.25))) {
          radius *= mistake == 2 ? 0.5 : 0.25;
        } else if (rho > 0.75 && (leaves || mistake == 3) && mistake != 4) {
          radius *= 2;
        }
        if (rho > (mistake == 1 ? 0.25 : 0.15)) return go_to(k, there);
      }
    });

/// Solves (JᵀJ + μ D) p = -Jᵀr, where D is the identity or the diagonal of JᵀJ.
Vector normal_step(Step& k, double mu, bool by_diagonal) {
  const std::size_t n = k.w.size(), rows = k.objective.residual_count();
  Vector r(rows), j(rows * n), a(n * n), p(n);
  k.objective.residuals(k.w, r, j);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t x = 0; x < n; ++x) {
      p[x] -= r[i] * j[i * n + x];
      for (std::size_t y = 0; y < n; ++y) a[x * n + y] += j[i * n + x] * j[i * n + y];
    }
  for (std::size_t x = 0; x < n; ++x)
    a[x * n + x] += static_cast<Real>(mu * (by_diagonal ? a[x * n + x] : 1));
  dense::cholesky(a, n);
  dense::cholesky_solve(a, p);
  return p;
}

const Rewrite gauss_newton("gauss-newton",
                           {"damping forgotten", "damping of the diagonal", "never halved",
                            "uphill", "halved to a tenth", "slope of |r|²"},
                           [](Step& k, int mistake) {
                             Vector p = normal_step(k, mistake == 1 ? 0 : k["mu"], mistake == 2);
                             double slope = 0;
                             for (std::size_t i = 0; i < p.size(); ++i) {
                               slope += k.g[i] * p[i];
                               if (mistake == 4) p[i] = -p[i];
                               if (mistake == 6) p[i] *= 2;
                             }
                             const double value = loss_at(k, moved(k, p, 0));
                             double rate = k.rate;
                             while (mistake != 3 && mistake != 4 && rate > 1e-12 * k.rate &&
                                    !(loss_at(k, moved(k, p, rate)) <= value + 1e-4 * rate * slope))
                               rate *= mistake == 5 ? 0.1 : 0.5;
                             go_to(k, moved(k, p, rate));
                           });

const Rewrite levenberg_marquardt(
    "levenberg-marquardt",
    {"damping of the diagonal", "damping never falls", "refused steps are taken",
     "falls by the root of the factor", "falls by the square of the factor",
     "ends at the largest damping"},
    [](Step& k, int mistake) {
      double& mu = k.number[0];
      if (k.t == 1) mu = k["mu"];
      const double factor = k["factor"], value = loss_at(k, Vector(k.w.begin(), k.w.end()));
      for (; mistake == 6 ? mu < k["muMax"] : mu <= k["muMax"]; mu *= factor) {
        const Vector there = moved(k, normal_step(k, mu, mistake == 1), 1);
        const bool falls = loss_at(k, there) < value;
        if (!falls && mistake != 3) continue;
        go_to(k, there);
        const double power = mistake == 2 ? 0 : mistake == 4 ? 0.5 : mistake == 5 ? 2 : 1;
        mu = std::max(mu / std::pow(factor, falls ? power : -1), 1e-20);
        return;
      }
    });

}  // namespace
}  // namespace fall_line::reference
