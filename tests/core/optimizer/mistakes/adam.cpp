// SPDX-License-Identifier: MIT
#include "support/rewritten.hpp"

namespace fall_line::reference {
namespace {

double square(double x) { return x * x; }
double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

/// The bias corrections of Adam's two averages, with mistakes 1 to 4 of the rules that use them.
struct Corrections {
  double first, second;  ///< 1 - beta^t
  double eps;
  int mistake;

  Corrections(const Step& k, int chosen)
      : first(1 - std::pow(k["beta1"], chosen == 3 ? k.t + 1 : k.t)),
        second(1 - std::pow(k["beta2"], chosen == 4 ? k.t + 1 : k.t)),
        eps(k["epsilon"]),
        mistake(chosen) {}
  double size(double v) const {
    if (mistake == 1) return std::sqrt(v / second + eps);
    if (mistake == 2) return (std::sqrt(v) + eps) / std::sqrt(second);
    return std::sqrt(v / second) + eps;
  }
};

const std::vector<std::string_view> usual{
    "epsilon inside the root", "epsilon before the correction", "first correction a step late",
    "second correction a step late"};

std::vector<std::string_view> usual_and(const std::vector<std::string_view>& own) {
  std::vector<std::string_view> all = usual;
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

const Rewrite adam("adam", usual_and({"betas swapped", "not corrected", "m of before"}),
                   [](Step& k, int mistake) {
                     auto &m = k.s[0], &v = k.s[1];
                     Corrections c(k, mistake);
                     if (mistake == 6) c.first = c.second = 1;
                     const double b1 = k[mistake == 5 ? "beta2" : "beta1"];
                     const double b2 = k[mistake == 5 ? "beta1" : "beta2"];
                     for (std::size_t i = 0; i < m.size(); ++i) {
                       const double before = m[i];
                       m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                       v[i] = b2 * v[i] + (1 - b2) * square(k.g[i]);
                       k.move(i, k.rate * (mistake == 7 ? before : m[i]) / c.first / c.size(v[i]));
                     }
                   });

const Rewrite adamw("adamw",
                    usual_and({"sign of the decay", "decay in the gradient",
                               "decay without the rate", "decay after the step", "no decay"}),
                    [](Step& k, int mistake) {
                      auto &m = k.s[0], &v = k.s[1];
                      const Corrections c(k, mistake);
                      const double b1 = k["beta1"], b2 = k["beta2"], lambda = k["weightDecay"];
                      const double decay =
                          mistake == 9
                              ? 0
                              : (mistake == 5 ? -1 : 1) * (mistake == 7 ? 1e-3 : k.rate) * lambda;
                      for (std::size_t i = 0; i < m.size(); ++i) {
                        const double w = k.w[i], g = k.g[i] + (mistake == 6 ? lambda * w : 0);
                        m[i] = b1 * m[i] + (1 - b1) * g;
                        v[i] = b2 * v[i] + (1 - b2) * square(g);
                        k.move(i, k.rate * m[i] / c.first / c.size(v[i]));
                        k.move(i, mistake == 6 ? 0 : decay * (mistake == 8 ? k.w[i] : w));
                      }
                    });

const Rewrite amsgrad("amsgrad",
                      usual_and({"plain Adam", "maximum of the corrected average", "not corrected",
                                 "maximum fed back"}),
                      [](Step& k, int mistake) {
                        auto &m = k.s[0], &v = k.s[1], &u = k.s[2];
                        Corrections c(k, mistake);
                        if (mistake == 7) c.first = c.second = 1;
                        const double b1 = k["beta1"], b2 = k["beta2"];
                        for (std::size_t i = 0; i < m.size(); ++i) {
                          m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                          v[i] = b2 * v[i] + (1 - b2) * square(k.g[i]);
                          // Mistake 6 stores the corrected average, v / c.second below.
                          const double seen = mistake == 6 ? v[i] / c.second : v[i];
                          u[i] = mistake == 5 ? seen : std::max(u[i], seen);
                          if (mistake == 8) v[i] = u[i];
                          k.move(i, k.rate * m[i] / c.first /
                                        c.size(mistake == 6 ? u[i] * c.second : u[i]));
                        }
                      });

const Rewrite adamax("adamax",
                     {"epsilon outside the maximum", "correction a step late",
                      "maximum corrected too", "average in place of the maximum"},
                     [](Step& k, int mistake) {
                       auto &m = k.s[0], &u = k.s[1];
                       const double b1 = k["beta1"], b2 = k["beta2"], eps = k["epsilon"];
                       const double c1 = 1 - std::pow(b1, mistake == 2 ? k.t + 1 : k.t);
                       const double c2 = mistake == 3 ? 1 - std::pow(b2, k.t) : 1;
                       for (std::size_t i = 0; i < m.size(); ++i) {
                         m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                         const double size = std::abs(k.g[i]) + (mistake == 1 ? 0 : eps);
                         u[i] =
                             mistake == 4 ? b2 * u[i] + (1 - b2) * size : std::max(b2 * u[i], size);
                         k.move(i, k.rate / c1 * m[i] / (u[i] / c2 + (mistake == 1 ? eps : 0)));
                       }
                     });

const Rewrite nadam("nadam",
                    usual_and({"constant momentum", "momentum counted twice",
                               "momentum a step late"}),
                    [](Step& k, int mistake) {
                      auto &m = k.s[0], &v = k.s[1];
                      const Corrections c(k, mistake == 3 ? 0 : mistake);
                      const double b1 = k["beta1"], b2 = k["beta2"];
                      const auto momentum = [&](int t) {
                        const double late = t + (mistake == 7 ? 1 : 0);
                        const double rise = 1 - 0.5 * std::pow(0.96, late * k["momentumDecay"]);
                        return mistake == 5 ? b1 : b1 * rise;
                      };
                      double product = 1;
                      // Mistake 3: the corrections of the products come one step late.
                      for (int t = 1; t <= k.t + (mistake == 3 ? 1 : 0); ++t)
                        product *= momentum(t);
                      const double mu = momentum(k.t), next = momentum(k.t + 1);
                      const double twice = mistake == 6 ? mu : 1;
                      for (std::size_t i = 0; i < m.size(); ++i) {
                        m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                        v[i] = b2 * v[i] + (1 - b2) * square(k.g[i]);
                        const double direction = (1 - mu) * k.g[i] / (1 - product) +
                                                 next * m[i] / (1 - product * twice * next);
                        k.move(i, k.rate * direction / c.size(v[i]));
                      }
                    });

const Rewrite radam("radam",
                    {"epsilon inside the root", "epsilon after the correction",
                     "first correction a step late", "second correction a step late",
                     "threshold of 4", "not rectified", "first steps left out"},
                    [](Step& k, int mistake) {
                      auto &m = k.s[0], &v = k.s[1];
                      const double b1 = k["beta1"], b2 = k["beta2"], eps = k["epsilon"];
                      const double c1 = 1 - std::pow(b1, mistake == 3 ? k.t + 1 : k.t);
                      const double power = std::pow(b2, mistake == 4 ? k.t + 1 : k.t);
                      const double limit = 2 / (1 - b2) - 1;
                      const double rho = limit - 2 * k.t * power / (1 - power);
                      const bool adaptive = rho > (mistake == 5 ? 4 : 5);
                      const double r = mistake == 6 ? 1
                                                    : std::sqrt((rho - 4) * (rho - 2) * limit /
                                                                ((limit - 4) * (limit - 2) * rho));
                      for (std::size_t i = 0; i < m.size(); ++i) {
                        m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                        v[i] = b2 * v[i] + (1 - b2) * square(k.g[i]);
                        const double corrected = std::sqrt(1 - power);
                        const double size = mistake == 1   ? std::sqrt(v[i] + eps) / corrected
                                            : mistake == 2 ? std::sqrt(v[i]) / corrected + eps
                                                           : (std::sqrt(v[i]) + eps) / corrected;
                        const double plain = mistake == 7 ? 0 : 1;
                        k.move(i, k.rate * m[i] / c1 * (adaptive ? r / size : plain));
                      }
                    });

const Rewrite adabelief(
    "adabelief", usual_and({"epsilon not accumulated", "epsilon only accumulated", "m of before"}),
    [](Step& k, int mistake) {
      auto &m = k.s[0], &s = k.s[1];
      Corrections c(k, mistake);
      if (mistake == 6) c.eps = 0;
      const double b1 = k["beta1"], b2 = k["beta2"];
      for (std::size_t i = 0; i < m.size(); ++i) {
        const double before = m[i];
        m[i] = b1 * m[i] + (1 - b1) * k.g[i];
        s[i] = b2 * s[i] + (1 - b2) * square(k.g[i] - (mistake == 7 ? before : m[i])) +
               (mistake == 5 ? 0 : k["epsilon"]);
        k.move(i, k.rate * m[i] / c.first / c.size(s[i]));
      }
    });

const Rewrite yogi("yogi",
                   {"epsilon inside the root", "Adam's squares", "sign turned", "corrected",
                    "averages start at 1e-6"},
                   [](Step& k, int mistake) {
                     auto &m = k.s[0], &v = k.s[1];
                     const double b1 = k["beta1"], b2 = k["beta2"], eps = k["epsilon"];
                     if (k.t == 1 && mistake == 5) v.assign(v.size(), 1e-6);
                     const double c1 = mistake == 4 ? 1 - std::pow(b1, k.t) : 1;
                     for (std::size_t i = 0; i < m.size(); ++i) {
                       const double g2 = square(k.g[i]), gap = v[i] - g2;
                       m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                       v[i] -= (1 - b2) * (mistake == 2   ? gap
                                           : mistake == 3 ? -std::abs(sign(gap)) * g2
                                                          : sign(gap) * g2);
                       k.move(i,
                              k.rate * m[i] / c1 /
                                  (mistake == 1 ? std::sqrt(v[i] + eps) : std::sqrt(v[i]) + eps));
                     }
                   });

const Rewrite adan(
    "adan",
    {"epsilon inside the root", "epsilon before the correction", "first difference the gradient",
     "first correction a step late", "sign of the decay", "decay before the step",
     "squares without the difference", "the paper's betas"},
    [](Step& k, int mistake) {
      auto &m = k.s[0], &v = k.s[1], &n = k.s[2], &previous = k.s[3];
      const auto beta = [&](std::string_view id) { return mistake == 8 ? 1 - k[id] : k[id]; };
      const double b1 = beta("beta1"), b2 = beta("beta2"), b3 = beta("beta3");
      const double eps = k["epsilon"], c3 = 1 - std::pow(b3, k.t);
      const double c1 = 1 - std::pow(b1, mistake == 4 ? k.t + 1 : k.t), c2 = 1 - std::pow(b2, k.t);
      const double decay = (mistake == 5 ? -1 : 1) * k.rate * k["weightDecay"];
      if (k.t == 1 && mistake != 3) previous = k.g;
      for (std::size_t i = 0; i < m.size(); ++i) {
        const double difference = k.g[i] - previous[i];
        previous[i] = k.g[i];
        m[i] = b1 * m[i] + (1 - b1) * k.g[i];
        v[i] = b2 * v[i] + (1 - b2) * difference;
        n[i] = b3 * n[i] + (1 - b3) * square(k.g[i] + (mistake == 7 ? 0 : b2 * difference));
        const double size = mistake == 1   ? std::sqrt(n[i] / c3 + eps)
                            : mistake == 2 ? (std::sqrt(n[i]) + eps) / std::sqrt(c3)
                                           : std::sqrt(n[i] / c3) + eps;
        const double step = k.rate * (m[i] / c1 + b2 * v[i] / c2) / size, w = k.w[i];
        k.w[i] =
            static_cast<Real>(mistake == 6 ? w * (1 - decay) - step : (w - step) / (1 + decay));
      }
    });

const Rewrite lamb("lamb",
                   usual_and({"one ratio for all layers", "decay outside the ratio",
                              "sign of the decay", "ratio of the gradient"}),
                   [](Step& k, int mistake) {
                     auto &m = k.s[0], &v = k.s[1], &u = k.s[2];
                     const Corrections c(k, mistake);
                     const double b1 = k["beta1"], b2 = k["beta2"];
                     const double decay = (mistake == 7 ? -1 : 1) * k["weightDecay"];
                     for (std::size_t i = 0; i < m.size(); ++i) {
                       m[i] = b1 * m[i] + (1 - b1) * k.g[i];
                       v[i] = b2 * v[i] + (1 - b2) * square(k.g[i]);
                       u[i] = m[i] / c.first / c.size(v[i]) + (mistake == 6 ? 0 : decay * k.w[i]);
                     }
                     std::vector<ParameterBlock> blocks(k.objective.blocks().begin(),
                                                        k.objective.blocks().end());
                     if (mistake == 5) blocks = {{0, m.size(), 1}};
                     for (const ParameterBlock& block : blocks) {
                       double of_w = 0, of_u = 0;
                       for (std::size_t i = block.offset; i < block.offset + block.size(); ++i) {
                         of_w += square(k.w[i]);
                         of_u += square(mistake == 8 ? k.g[i] : u[i]);
                       }
                       const double ratio = of_w > 0 && of_u > 0 ? std::sqrt(of_w / of_u) : 1;
                       for (std::size_t i = block.offset; i < block.offset + block.size(); ++i)
                         k.move(i, k.rate * (ratio * u[i] + (mistake == 6 ? decay * k.w[i] : 0)));
                     }
                   });

}  // namespace
}  // namespace fall_line::reference
