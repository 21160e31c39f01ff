// SPDX-License-Identifier: MIT
#include "support/rewritten.hpp"

namespace fall_line::reference {
namespace {

const Rewrite sgd("sgd", {"uphill"}, [](Step& k, int mistake) {
  for (std::size_t i = 0; i < k.w.size(); ++i) k.move(i, (mistake == 1 ? -1 : 1) * k.rate * k.g[i]);
});

const Rewrite momentum("momentum", {"rate outside the velocity", "first gradient dampened"},
                       [](Step& k, int mistake) {
                         auto& v = k.s[0];
                         const double damp = k.t == 1 && mistake != 2 ? 1 : 1 - k["dampening"];
                         for (std::size_t i = 0; i < v.size(); ++i) {
                           v[i] =
                               k["momentum"] * v[i] + (mistake == 1 ? 1 : k.rate) * damp * k.g[i];
                           k.move(i, (mistake == 1 ? k.rate : 1) * v[i]);
                         }
                       });

const Rewrite nesterov("nesterov",
                       {"plain momentum", "rate inside the velocity", "velocity of before"},
                       [](Step& k, int mistake) {
                         auto& v = k.s[0];
                         const double mu = k["momentum"];
                         for (std::size_t i = 0; i < v.size(); ++i) {
                           const double before = v[i];
                           v[i] = mu * v[i] + (mistake == 2 ? k.rate : 1) * k.g[i];
                           const double ahead = mistake == 3 ? before : v[i];
                           if (mistake == 1) {
                             k.move(i, k.rate * v[i]);
                           } else if (mistake == 2) {
                             k.move(i, k.rate * k.g[i] + mu * v[i]);
                           } else {
                             k.move(i, k.rate * (k.g[i] + mu * ahead));
                           }
                         }
                       });

const Rewrite asgd("asgd",
                   {"rate falls a step early", "sign of the decay", "average a step early",
                    "no average"},
                   [](Step& k, int mistake) {
                     const double lambda = k["lambda"];
                     const double steps = k.t - 1 + (mistake == 1 ? 1 : 0);
                     const double eta = k.rate / std::pow(1 + lambda * k.rate * steps, k["alpha"]);
                     const double count = k.t - 1 - k["t0"] + (mistake == 3 ? 1 : 0);
                     const double share = count > 1 && mistake != 4 ? 1 / count : 1;
                     auto& average = k.s.back();
                     for (std::size_t i = 0; i < average.size(); ++i) {
                       const double decay = (mistake == 2 ? -1 : 1) * lambda * eta * k.w[i];
                       k.move(i, decay + eta * k.g[i]);
                       average[i] += share * (k.w[i] - average[i]);
                     }
                   });

const Rewrite schedule_free_sgd(
    "schedule-free-sgd", {"start averaged too", "gradient at x", "gradient at z", "beta turned"},
    [](Step& k, int mistake) {
      auto& z = k.s[0];
      double beta = mistake == 4 ? 1 - k["beta"] : k["beta"];
      if (mistake == 2) beta = 1;
      if (mistake == 3) beta = 0;
      if (k.t == 1) z.assign(k.w.begin(), k.w.end());
      Vector y;
      for (std::size_t i = 0; i < z.size(); ++i)
        y.push_back(static_cast<Real>((1 - beta) * z[i] + beta * k.w[i]));
      k.take_gradient(y);
      const double c = 1.0 / (mistake == 1 ? k.t + 1 : k.t);
      for (std::size_t i = 0; i < z.size(); ++i) {
        z[i] -= k.rate * k.g[i];
        k.move(i, c * (k.w[i] - z[i]));
      }
    });

const Rewrite schedule_free_adamw(
    "schedule-free-adamw",
    {"squares corrected instead of the rate", "decay at x", "decay at z", "sign of the decay",
     "equal weights", "warm-up a step early", "epsilon inside the root", "correction a step late"},
    [](Step& k, int mistake) {
      auto &z = k.s[0], &v = k.s[1];
      const double b1 = k["beta1"], b2 = k["beta2"], eps = k["epsilon"];
      if (k.t == 1) z.assign(k.w.begin(), k.w.end());
      Vector y;
      for (std::size_t i = 0; i < z.size(); ++i)
        y.push_back(static_cast<Real>((1 - b1) * z[i] + b1 * k.w[i]));
      k.take_gradient(y);
      const double correction = 1 - std::pow(b2, mistake == 8 ? k.t + 1 : k.t);
      const double warm =
          std::min(1.0, (mistake == 6 ? k.t + 1 : k.t) / std::max(1.0, k["warmupSteps"]));
      const double eta = k.rate * warm * (mistake == 1 ? 1 : std::sqrt(correction));
      const double weight = mistake == 5 ? 1 : eta * eta;
      k.number[0] += weight;
      const double c = weight / k.number[0];
      for (std::size_t i = 0; i < z.size(); ++i) {
        v[i] = b2 * v[i] + (1 - b2) * k.g[i] * k.g[i];
        const double square = mistake == 1 ? v[i] / correction : v[i];
        const double size = mistake == 7 ? std::sqrt(square + eps) : std::sqrt(square) + eps;
        const double at = mistake == 2 ? k.w[i] : mistake == 3 ? z[i] : y[i];
        z[i] -= eta * k.g[i] / size + (mistake == 4 ? -1 : 1) * eta * k["weightDecay"] * at;
        k.move(i, c * (k.w[i] - z[i]));
      }
    });

}  // namespace
}  // namespace fall_line::reference
