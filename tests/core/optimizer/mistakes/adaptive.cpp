// SPDX-License-Identifier: MIT
#include "support/rewritten.hpp"

namespace fall_line::reference {
namespace {

double square(double x) { return x * x; }

const Rewrite adagrad("adagrad",
                      {"epsilon inside the root", "rate decays a step early",
                       "no first accumulator"},
                      [](Step& k, int mistake) {
                        auto& s = k.s[0];
                        if (k.t == 1 && mistake != 3) s.assign(s.size(), k["initialAccumulator"]);
                        const double steps = mistake == 2 ? k.t : k.t - 1;
                        const double eta = k.rate / (1 + steps * k["learningRateDecay"]);
                        for (std::size_t i = 0; i < s.size(); ++i) {
                          s[i] += square(k.g[i]);
                          k.move(i, eta * k.g[i] /
                                        (mistake == 1 ? std::sqrt(s[i] + k["epsilon"])
                                                      : std::sqrt(s[i]) + k["epsilon"]));
                        }
                      });

const Rewrite adadelta(
    "adadelta", {"epsilon outside the roots", "new steps before the step", "rate in the average"},
    [](Step& k, int mistake) {
      auto &s = k.s[0], &u = k.s[1];
      const double rho = k["rho"], eps = k["epsilon"];
      const auto root = [&](double x) {
        return mistake == 1 ? std::sqrt(x) + eps : std::sqrt(x + eps);
      };
      for (std::size_t i = 0; i < s.size(); ++i) {
        s[i] = rho * s[i] + (1 - rho) * square(k.g[i]);
        if (mistake == 2) u[i] = rho * u[i] + (1 - rho) * square(k.g[i]);
        const double delta = root(u[i]) / root(s[i]) * k.g[i];
        if (mistake != 2)
          u[i] = rho * u[i] + (1 - rho) * square(mistake == 3 ? k.rate * delta : delta);
        k.move(i, k.rate * delta);
      }
    });

void rmsprop_step(Step& k, int mistake, bool centered) {
  auto &s = k.s[0], &b = k.s[1], &a = k.s[2];
  const double alpha = k["alpha"], eps = k["epsilon"];
  for (std::size_t i = 0; i < s.size(); ++i) {
    s[i] = alpha * s[i] + (1 - alpha) * square(k.g[i]);
    a[i] = alpha * a[i] + (1 - alpha) * k.g[i];
    const double mean = centered && mistake != 4 ? square(a[i]) : 0;
    const double corrected = mistake == 3 ? 1 - std::pow(alpha, k.t) : 1;
    const double variance = (s[i] - mean) / corrected;
    const double size = mistake == 1 ? std::sqrt(variance + eps) : std::sqrt(variance) + eps;
    b[i] = k["momentum"] * b[i] + (mistake == 2 ? k.rate : 1) * k.g[i] / size;
    k.move(i, (mistake == 2 ? 1 : k.rate) * b[i]);
  }
}

const Rewrite rmsprop("rmsprop",
                      {"epsilon inside the root", "rate inside the momentum", "bias corrected"},
                      [](Step& k, int mistake) { rmsprop_step(k, mistake, false); });

const Rewrite rmsprop_centered("rmsprop-centered",
                               {"epsilon inside the root", "rate inside the momentum",
                                "bias corrected", "not centered"},
                               [](Step& k, int mistake) { rmsprop_step(k, mistake, true); });

const Rewrite prodigy("prodigy",
                      {"new d in the step", "epsilon not scaled by d", "bias corrected",
                       "estimate may fall", "estimate's memory not rooted",
                       "epsilon inside the root"},
                      [](Step& k, int mistake) {
                        auto &m = k.s[0], &v = k.s[1], &s = k.s[2], &way = k.s[3];
                        double &r = k.number[0], &d = k.number[1];
                        if (k.t == 1) d = k["d0"];
                        const double b1 = k["beta1"], b2 = k["beta2"], eps = k["epsilon"];
                        const double root = mistake == 5 ? b2 : std::sqrt(b2);
                        double product = 0, size = 0;
                        for (std::size_t i = 0; i < m.size(); ++i) {
                          m[i] = b1 * m[i] + (1 - b1) * d * k.g[i];
                          v[i] = b2 * v[i] + (1 - b2) * square(d * k.g[i]);
                          product -= k.g[i] * way[i];
                          s[i] = root * s[i] + (1 - root) * k.rate * d * d * k.g[i];
                          size += std::abs(s[i]);
                        }
                        r = root * r + (1 - root) * k.rate * d * d * product;
                        const double old = d, seen = size > 0 ? r / size : d;
                        d = mistake == 4 ? std::max(seen, k["d0"]) : std::max(d, seen);
                        const double used = mistake == 1 ? d : old;
                        for (std::size_t i = 0; i < m.size(); ++i) {
                          const double e = (mistake == 2 ? 1 : used) * eps;
                          const double c1 = mistake == 3 ? 1 - std::pow(b1, k.t) : 1;
                          const double scale =
                              mistake == 6 ? std::sqrt(v[i] + e) : std::sqrt(v[i]) + e;
                          way[i] -= k.rate * used * m[i] / c1 / scale;
                          k.w[i] = static_cast<Real>(k.trajectory.start[i] + way[i]);
                        }
                      });

}  // namespace
}  // namespace fall_line::reference
