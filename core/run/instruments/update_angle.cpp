// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/special.hpp"
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

constexpr double degrees_per_radian = 57.29577951308232;

/// The angle in [0, π] with tan(angle / 2) = opposite / adjacent, both at least 0. By bisection,
/// because no arc function gives the same bits everywhere.
double twice_the_angle(double opposite, double adjacent) {
  double low = 0, high = 1.5707963267948966;
  for (int halving = 0; halving < 52; ++halving) {
    const double half = 0.5 * (low + high);
    const bool less = special::sin(half) * adjacent < special::cos(half) * opposite;
    (less ? low : high) = half;
  }
  return low + high;
}

/// Of unit vectors a and b it is 2 atan(|a - b| / |a + b|), which is exact near 0° and 180° too
/// (Kahan 2006, "How futile are mindless assessments of roundoff").
void measure(const Observation& seen, std::span<double> out) {
  const Trail& trail = seen.trail;
  if (trail.earlier.empty()) return;
  double first = 0, second = 0;
  const auto update = [&](std::size_t i) {
    return static_cast<double>(seen.parameters[i]) - trail.before[i];
  };
  const auto previous = [&](std::size_t i) {
    return static_cast<double>(trail.before[i]) - trail.earlier[i];
  };
  for (std::size_t i = 0; i < trail.before.size(); ++i) {
    first += previous(i) * previous(i);
    second += update(i) * update(i);
  }
  const bool overflowed = first - first != 0 || second - second != 0;
  if (overflowed || first == 0 || second == 0) return;
  first = 1 / std::sqrt(first);
  second = 1 / std::sqrt(second);
  double apart = 0, together = 0;
  for (std::size_t i = 0; i < trail.before.size(); ++i) {
    const double a = first * previous(i), b = second * update(i);
    apart += (a - b) * (a - b);
    together += (a + b) * (a + b);
  }
  out[0] = degrees_per_radian * twice_the_angle(std::sqrt(apart), std::sqrt(together));
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry update_angle = {
    .id = "update-angle",
    .follows_steps = true,
    .lacks = [](const Subject&) -> std::string_view { return ""; },
    .measure = measure};

extern constinit const InstrumentDocs update_angle_docs = {
    .name = "Angle between updates",
    .summary = "The angle between the last update of the parameters and the one before.",
    .look_for =
        "Near 0 degrees the steps go on in one direction. Near 180 degrees they go back and forth, "
        "as across a narrow valley.",
    .unit = "degrees",
    .most = 180,
};

}  // namespace instrument_entries
}  // namespace fall_line
