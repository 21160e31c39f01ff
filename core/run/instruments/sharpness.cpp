// SPDX-License-Identifier: MIT
#include <array>

#include "numeric/lanczos.hpp"
#include "run/instruments/instrument.hpp"
#include "run/stability.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  if (subject.problem.stationary()) return "";
  const bool full = subject.problem.on_plane() || subject.problem.takes_all();
  return full ? "steps without noise" : "the full batch";
}

/// The largest eigenvalue of the Hessian of the training loss, by the Lanczos iteration on exact
/// products. When estimates agree to a thousandth, the error is far below that.
void measure(const Observation& seen, std::span<double> out) {
  const auto product = [&seen](std::span<const Real> v, std::span<Real> hv) {
    seen.problem.full_hessian_product(seen.parameters, v, hv);
  };
  if (const auto ends = spectrum_ends(seen.parameters.size(), product, {.tolerance = 1e-3}))
    out[0] = ends->highest;
  const auto limit = stability_limit(seen.plan);
  out[1] = limit ? *limit / seen.next_rate : Report::none;
}

constexpr std::array<std::string_view, 2> series{"largest curvature", "threshold"};

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry sharpness = {
    .id = "sharpness", .series = series.size(), .lacks = lacks, .measure = measure};

extern constinit const InstrumentDocs sharpness_docs = {
    .name = "Largest curvature",
    .summary =
        "The largest eigenvalue of the training loss's Hessian, and the threshold above which the "
        "rule overshoots: 2 divided by the rate for gradient descent.",
    .look_for =
        "With the full batch the curvature often rises until it reaches the threshold, the "
        "edge of stability. There it hovers, while the loss still falls in the long run.",
    .series = series,
    .limit = 1,
};

}  // namespace instrument_entries
}  // namespace fall_line
