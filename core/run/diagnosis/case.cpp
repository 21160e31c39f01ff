// SPDX-License-Identifier: MIT
#include "run/diagnosis/case.hpp"

#include <algorithm>
#include <cmath>

namespace fall_line {

bool Case::fell() const {
  if (report.status != Status::diverged || bounded()) return false;
  const auto finite = [](const Record& record) { return std::isfinite(record.train_loss); };
  const auto last = std::find_if(curve.rbegin(), curve.rend(), finite);
  return last != curve.rend() && last->train_loss < curve.front().train_loss;
}

std::optional<SpectrumEnds> Case::curvature(std::span<const Real> w) {
  // A product costs about as much as two gradients. Fewer products than these find no end of a
  // network's spectrum.
  constexpr double gradients = 2;
  constexpr std::size_t fewest = 20;
  const std::size_t n = problem.parameters();
  const double price = gradients * static_cast<double>(problem.training_samples() * n);
  LanczosLimits limits;
  const double affordable = Trials::most_work / price;
  if (affordable < static_cast<double>(limits.products))
    limits.products = static_cast<std::size_t>(affordable);
  if (limits.products < std::min(n, fewest)) return std::nullopt;
  return spectrum_ends(
      n, [&](auto v, auto out) { problem.full_hessian_product(w, v, out); }, limits);
}

}  // namespace fall_line
