// SPDX-License-Identifier: MIT
#include "support/rewritten.hpp"

namespace fall_line::reference {
namespace {

double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

const Rewrite lion("lion",
                   {"betas swapped", "average moved first", "sign of the decay", "decay not rated",
                    "no sign"},
                   [](Step& k, int mistake) {
                     auto& m = k.s[0];
                     const double b1 = k[mistake == 1 ? "beta2" : "beta1"];
                     const double b2 = k[mistake == 1 ? "beta1" : "beta2"];
                     const double decay = (mistake == 3 ? -1 : 1) * k["weightDecay"];
                     for (std::size_t i = 0; i < m.size(); ++i) {
                       const double after = b2 * m[i] + (1 - b2) * k.g[i];
                       const double c = b1 * (mistake == 2 ? after : m[i]) + (1 - b1) * k.g[i];
                       m[i] = after;
                       k.move(i, k.rate * (mistake == 5 ? c : sign(c)) +
                                     (mistake == 4 ? 1e-3 : k.rate) * decay * k.w[i]);
                     }
                   });

const Rewrite signum("signum", {"no momentum", "sign before the average", "m of before"},
                     [](Step& k, int mistake) {
                       auto& m = k.s[0];
                       const double beta = mistake == 1 ? 0 : k["momentum"];
                       for (std::size_t i = 0; i < m.size(); ++i) {
                         const double before = m[i];
                         m[i] = beta * m[i] + (1 - beta) * (mistake == 2 ? sign(k.g[i]) : k.g[i]);
                         k.move(i, k.rate * sign(mistake == 3 ? before : m[i]));
                       }
                     });

const Rewrite rprop("rprop",
                    {"turned gradient kept", "factors swapped", "no largest step",
                     "no smallest step", "step after the move", "follows the schedule"},
                    [](Step& k, int mistake) {
                      auto &d = k.s[0], &previous = k.s[1];
                      if (k.t == 1) d.assign(d.size(), k.rate);
                      const double shrink = k[mistake == 2 ? "etaPlus" : "etaMinus"];
                      const double grow = k[mistake == 2 ? "etaMinus" : "etaPlus"];
                      const double schedule = mistake == 6 ? k.rate / k.trajectory.rate(1) : 1;
                      for (std::size_t i = 0; i < d.size(); ++i) {
                        const double agreement = sign(k.g[i]) * sign(previous[i]), before = d[i];
                        d[i] *= agreement > 0 ? grow : agreement < 0 ? shrink : 1;
                        if (mistake != 4) d[i] = std::max(d[i], k["minStep"]);
                        if (mistake != 3) d[i] = std::min(d[i], k["maxStep"]);
                        previous[i] = agreement < 0 && mistake != 1 ? 0 : k.g[i];
                        k.move(i, schedule * (mistake == 5 ? before : d[i]) * sign(previous[i]));
                      }
                    });

}  // namespace
}  // namespace fall_line::reference
