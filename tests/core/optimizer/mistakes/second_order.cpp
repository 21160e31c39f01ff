// SPDX-License-Identifier: MIT
#include <algorithm>

#include "numeric/dense.hpp"
#include "support/rewritten.hpp"

/// Rules that search along a line, using the engine's own line searches.
namespace fall_line::reference {
namespace {

double dot(const Numbers& a, const Numbers& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

Numbers negative(Numbers x) {
  for (double& xi : x) xi = -xi;
  return x;
}

/// Moves along p by the step length that `search(line)` returns, and returns that length.
template <class Search>
double go(Step& k, const Numbers& p, Search search) {
  const Vector along(p.begin(), p.end());
  Line line;
  line.reset(p.size());
  line.start(k.objective, k.w);
  line.aim(along);
  const LinePoint found = search(line);
  if (found.alpha > 0) std::copy(line.trial().begin(), line.trial().end(), k.w.begin());
  return found.alpha;
}

double go_wolfe(Step& k, const Numbers& p, double first) {
  return go(k, p, [&](Line& line) { return strong_wolfe(line, first, {k["c1"], k["c2"]}); });
}

double first_length(const Numbers& g) { return 1 / std::max(1.0, std::sqrt(dot(g, g))); }

/// The change of the parameters and of the gradient in a step along p.
struct Change {
  Numbers s, y;
};
Change change_of_step(Step& k, const Numbers& p, double first) {
  Change change{Numbers(k.w.begin(), k.w.end()), k.g};
  go_wolfe(k, p, first);
  k.take_gradient(k.w);
  for (std::size_t i = 0; i < p.size(); ++i) {
    change.s[i] = k.w[i] - change.s[i];
    change.y[i] = k.g[i] - change.y[i];
  }
  return change;
}

const Rewrite bfgs("bfgs",
                   {"never scaled", "scale turned over", "scaled in every step",
                    "sign of the last term", "s and y exchanged", "first step as long as -g"},
                   [](Step& k, int mistake) {
                     const std::size_t n = k.g.size();
                     Numbers& b = k.s[0];
                     const auto scale_to = [&](double scale) {
                       b.assign(n * n, 0);
                       for (std::size_t i = 0; i < n; ++i) b[i * n + i] = scale;
                     };
                     if (k.t == 1) scale_to(1);
                     const auto times_b = [&](const Numbers& x) {
                       Numbers product(n);
                       for (std::size_t i = 0; i < n; ++i)
                         for (std::size_t j = 0; j < n; ++j) product[i] += b[i * n + j] * x[j];
                       return product;
                     };
                     const double first = k.t == 1 && mistake != 6 ? first_length(k.g) : 1;
                     auto [s, y] = change_of_step(k, negative(times_b(k.g)), first);
                     if (mistake == 5) std::swap(s, y);
                     const double sy = dot(s, y), scale = sy / dot(y, y);
                     if ((k.t == 1 && mistake != 1) || mistake == 3)
                       scale_to(mistake == 2 ? 1 / scale : scale);
                     const Numbers by = times_b(y);
                     const double last = (mistake == 4 ? -1 : 1) / sy,
                                  twice = last + dot(y, by) / (sy * sy);
                     for (std::size_t i = 0; i < n; ++i)
                       for (std::size_t j = 0; j < n; ++j)
                         b[i * n + j] += twice * s[i] * s[j] - (s[i] * by[j] + by[i] * s[j]) / sy;
                   });

const Rewrite l_bfgs("l-bfgs",
                     {"oldest pair first", "gamma missing", "gamma of the oldest pair",
                      "a pair too few", "a pair too many", "first loop's weight kept"},
                     [](Step& k, int mistake) {
                       const std::size_t n = k.g.size();
                       Numbers &steps = k.s[0],
                               &changes = k.s[1];  // The pairs one after another, oldest first.
                       if (k.t == 1) steps.clear(), changes.clear();
                       const auto part = [n](const Numbers& all, std::size_t i) {
                         const auto at = all.begin() + static_cast<std::ptrdiff_t>(i * n);
                         return Numbers(at, at + static_cast<std::ptrdiff_t>(n));
                       };
                       const std::size_t known = steps.size() / n;
                       Numbers q = k.g, alphas(known);
                       const auto in_turn = [&](std::size_t i) {
                         return mistake == 1 ? known - 1 - i : i;
                       };
                       for (std::size_t j = known; j-- > 0;) {
                         const std::size_t i = in_turn(j);
                         const Numbers s = part(steps, i), y = part(changes, i);
                         alphas[i] = dot(s, q) / dot(s, y);
                         for (std::size_t d = 0; d < n; ++d) q[d] -= alphas[i] * y[d];
                       }
                       if (known > 0 && mistake != 2) {
                         const std::size_t i = mistake == 3 ? 0 : known - 1;
                         const Numbers s = part(steps, i), y = part(changes, i);
                         const double gamma = dot(s, y) / dot(y, y);
                         for (double& x : q) x *= gamma;
                       }
                       for (std::size_t j = 0; j < known; ++j) {
                         const std::size_t i = in_turn(j);
                         const Numbers s = part(steps, i), y = part(changes, i);
                         const double beta = mistake == 6 ? 0 : dot(y, q) / dot(s, y);
                         for (std::size_t d = 0; d < n; ++d) q[d] += (alphas[i] - beta) * s[d];
                       }
                       const double first = known == 0 ? first_length(k.g) : 1;
                       const auto [s, y] = change_of_step(k, negative(q), first);
                       steps.insert(steps.end(), s.begin(), s.end());
                       changes.insert(changes.end(), y.begin(), y.end());
                       const double most = k["memory"] + (mistake == 4 ? -1 : mistake == 5 ? 1 : 0);
                       if (static_cast<double>(known + 1) > most)
                         for (Numbers* all : {&steps, &changes})
                           all->erase(all->begin(), all->begin() + static_cast<std::ptrdiff_t>(n));
                     });

const Rewrite conjugate_gradient(
    "conjugate-gradient",
    {"negative beta kept", "never restarted", "sign of beta", "forms of beta exchanged",
     "first trial always as long as 1", "beta by the new gradient's length"},
    [](Step& k, int mistake) {
      const std::size_t n = k.g.size();
      Numbers &p = k.s[0], &last = k.s[1];
      double &since = k.number[0], &promise = k.number[1];
      double kept = 0;
      if (k.t > 1 && (since < static_cast<double>(n) || mistake == 2)) {
        Numbers y = k.g;
        for (std::size_t i = 0; i < n; ++i) y[i] -= last[i];
        enum { pr_plus, fr, hs };
        const int form = (static_cast<int>(k["beta"]) + (mistake == 4 ? 1 : 0)) % 3;
        const double below = form == hs     ? dot(y, p)
                             : mistake == 6 ? dot(k.g, k.g)
                                            : dot(last, last);
        kept = dot(k.g, form == fr ? k.g : y) / below;
        if (kept < 0 && mistake != 1) kept = 0;
        if (mistake == 3) kept = -kept;
      }
      since = kept == 0 ? 1 : since + 1;
      last = k.g;
      for (std::size_t i = 0; i < n; ++i) p[i] = kept * p[i] - k.g[i];
      if (dot(p, k.g) >= 0) {
        p = negative(k.g);
        since = 1;
      }
      const double slope = dot(p, k.g);
      const double first = k.t == 1 || mistake == 5 ? first_length(k.g) : promise / slope;
      promise = go_wolfe(k, p, first) * slope;
    });

const Rewrite line_search(
    "line-search",
    {"conditions exchanged", "first rate tried anew in every step", "twice the promise",
     "the parabola's bend halved", "shrunk before the first look", "any fall is enough"},
    [](Step& k, int mistake) {
      enum { exact, backtracking, wolfe };
      const auto search = static_cast<int>(k["search"]);
      double& promise = k.number[0];
      Wolfe conditions{k["c1"], k["c2"]};
      if (mistake == 1) std::swap(conditions.c1, conditions.c2);
      if (mistake == 6) conditions.c1 = 0;
      const double slope = -dot(k.g, k.g);
      const bool anew = k.t == 1 || mistake == 2;
      const double first = anew ? k["initialStep"] : (mistake == 3 ? 2 : 1) * promise / slope;
      const double alpha = go(k, negative(k.g), [&](Line& line) {
        if (search == backtracking)
          return backtrack(line, (mistake == 5 ? k["shrink"] : 1) * k["initialStep"], k["shrink"],
                           conditions.c1);
        if (search == exact) {
          const double bend = (mistake == 4 ? 0.5 : 1) * line.curvature();
          const LinePoint there = line.evaluate(bend > 0 ? -slope / bend : 0);
          if (there.alpha > 0 && there.value <= line.origin().value + line.noise() &&
              std::fabs(there.slope) <= -1e-3 * slope)
            return there;
        }
        return strong_wolfe(line, first, conditions);
      });
      promise = alpha * slope;
    });

}  // namespace
}  // namespace fall_line::reference
