// SPDX-License-Identifier: MIT
#include "run/idle_units.hpp"

#include <algorithm>

namespace fall_line {

bool units_idle(const TrainingProblem& problem) {
  for (std::size_t l = 0; problem.activation(l) != nullptr; ++l)
    if (problem.activation(l)->idle.share > 0) return true;
  return false;
}

std::vector<std::size_t> idle_units(TrainingProblem& problem, std::span<const Real> w) {
  const auto layers = problem.layers();
  if (layers.empty()) return {};
  std::vector<std::size_t> idle(layers.size() - 1);
  if (!units_idle(problem)) return idle;
  std::vector<std::vector<std::size_t>> flat_samples(idle.size());
  std::size_t samples = 0;
  Vector slope;
  problem.show_hidden(w, [&](const HiddenValues& hidden) {
    const ActivationEntry& activation = *problem.activation(hidden.layer);
    const auto flat = static_cast<Real>(activation.idle.slope);
    slope.assign(hidden.units * hidden.stride, 1);
    activation.multiply_by_derivative(hidden.z, hidden.a, slope.data(), slope.size());
    auto& counts = flat_samples[hidden.layer];
    counts.resize(hidden.units);
    for (std::size_t u = 0; u < hidden.units; ++u)
      for (std::size_t b = 0; b < hidden.samples; ++b) {
        const Real s = slope[u * hidden.stride + b];
        counts[u] += s <= flat && s >= -flat ? 1 : 0;
      }
    if (hidden.layer == 0) samples += hidden.samples;
  });
  for (std::size_t l = 0; l < idle.size(); ++l) {
    const double share = problem.activation(l)->idle.share;
    if (share == 0) continue;
    const double least = share * static_cast<double>(samples);
    idle[l] = static_cast<std::size_t>(
        std::count_if(flat_samples[l].begin(), flat_samples[l].end(),
                      [&](std::size_t count) { return static_cast<double>(count) >= least; }));
  }
  return idle;
}

}  // namespace fall_line
