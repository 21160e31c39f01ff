// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/kernels.hpp"
#include "optimizer/wrappers/entries.hpp"

namespace fall_line {
namespace {

/// Sharpness-aware minimization (Foret+ 2021, 2010.01412, Algorithm 1, p = 2): the gradient is
/// taken at θ + ρ g / ‖g‖, the worst point nearby as far as the slope can tell.
struct Sam {
  double rho = 0.05;

  using State = NoState;

  double gradient(Objective& objective, std::span<const Real> w, std::span<Real> g,
                  Vector& point) const {
    const double loss = objective.gradient(w, g);
    const double norm = std::sqrt(kernels::sum_of_squares(g));
    // Where there is no slope, no direction is the worst.
    if (norm == 0) return loss;
    const auto scale = static_cast<Real>(rho / norm);
    point.resize(w.size());
    for (std::size_t i = 0; i < w.size(); ++i) point[i] = w[i] + scale * g[i];
    objective.gradient(point, g);
    return loss;
  }
};

constexpr std::array rows{
    row<Sam>(&Sam::rho, {.id = "rho",
                         .name = "Radius",
                         .symbol = "ρ",
                         .domain = above(0),
                         .slider = logarithmic(1e-3, 1),
                         .doc = "How far up the slope the gradient is taken: the size of the "
                                "neighbourhood that has to be good as a whole."})};

std::string_view unfit(const Wrapped& inner) {
  const bool gradient_alone = inner.rule.needs.size() == 1 && needs(inner.rule, Need::gradient);
  return gradient_alone ? "" : because::needs_more;
}

}  // namespace

constinit const WrapperEntry wrapper_entries::sam = wrapper_entry<Sam, rows>({
    .id = "sam",
    .name = "Sharpness-aware",
    .summary = "Steps by the gradient at the worst point nearby instead of that underfoot, and so "
               "looks for wide valleys, where a little shift of the weights does little harm.",
    .formula =
        R"(g \leftarrow \nabla L\left(\theta + \rho\,\frac{\nabla L(\theta)}{\lVert\nabla L(\theta)\rVert}\right))",
    .paper = {"Sharpness-aware minimization for efficiently improving generalization",
              "P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur", 2021,
              "https://arxiv.org/abs/2010.01412"},
    .notes = "As the paper's Algorithm 1 in the Euclidean norm over all parameters, with its ρ; "
             "both gradients are of the same mini-batch and counted. Loss and gradient norm in the "
             "report are those underfoot. Where the gradient is zero it stays so; implementations "
             "add 1e-12 to the norm instead. Clipping applies to both gradients.",
    .cost = "1 gradient",
    .memory = "0",
    .checked_against = "NumPy transcription",
    .unfit = unfit,
});

}  // namespace fall_line
