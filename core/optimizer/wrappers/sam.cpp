// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/kernels.hpp"
#include "optimizer/wrapping.hpp"

namespace fall_line {
namespace {

/// Sharpness-aware minimization (Foret+ 2021, 2010.01412, Algorithm 1, p = 2): the gradient is
/// taken at θ + ρ g / ‖g‖, to first order the point of highest loss within ρ.
struct Sam {
  static constexpr std::string_view id = "sam";

  double rho = 0.05;

  using State = NoState;

  double gradient(Objective& objective, std::span<const Real> w, std::span<Real> g,
                  Vector& point) const {
    const double loss = objective.gradient(w, g);
    const double norm = std::sqrt(kernels::sum_of_squares(g));
    // Without a slope there is no uphill direction.
    if (norm == 0) return loss;
    const Real scale = real(rho / norm);
    point.resize(w.size());
    for (std::size_t i = 0; i < w.size(); ++i) point[i] = w[i] + scale * g[i];
    objective.gradient(point, g);
    return loss;
  }
};

constexpr std::array rows{
    row<Sam>(&Sam::rho, {.id = "rho",
                         .name = "Neighbourhood radius",
                         .symbol = "ρ",
                         .domain = above(0),
                         .slider = logarithmic(1e-3, 1),
                         .doc = "Raising it looks further uphill and favours wider valleys. Lower "
                                "values come closer to the plain gradient."})};

std::string_view unfit(const Wrapped& inner) {
  const bool gradient_alone = inner.rule.needs.size() == 1 && needs(inner.rule, Need::gradient);
  return gradient_alone ? "" : because::needs_more;
}

}  // namespace

namespace wrapper_entries {

extern constinit const WrapperEntry sam = wrapper_entry<Sam, rows>({
    .id = Sam::id,
    .unfit = unfit,
});

extern constinit const WrapperDocs sam_docs = {
    .name = "Sharpness-aware minimization",
    .summary =
        "Takes the gradient at a nearby point of higher loss, which steers the optimizer "
        "towards flat regions.",
    .guide = {.idea = "In a sharp valley a small shift of the weights raises the loss steeply. A "
                      "gradient taken a little uphill senses this and favours wide valleys, where "
                      "small shifts matter less.",
              .use = "Try it when a network overfits, that is when the test loss stays well above "
                     "the training loss.",
              .pitfalls = "Every step costs two gradients, so compare it by samples. Too large a "
                          "radius keeps it from settling in a minimum, and a smaller one helps."},
    .formula =
        R"(g \leftarrow \nabla L\left(\theta + \rho\,\frac{\nabla L(\theta)}{\lVert\nabla L(\theta)\rVert}\right))",
    .paper = {"Sharpness-aware minimization for efficiently improving generalization",
              "P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur", 2021,
              "https://arxiv.org/abs/2010.01412"},
    .notes =
        "Follows Algorithm 1 of the paper in the Euclidean norm over all parameters, with its "
        "radius of 0.05. Both gradients use the same mini-batch, and both are counted. The "
        "reported loss and gradient norm are those at the current weights. A gradient of zero "
        "stays zero, where other implementations add 1e-12 to the norm. Clipping applies to "
        "both gradients.",
    .cost = "1 gradient",
    .memory = "0",
    .checked_against = "NumPy transcription",
    .code = {.definition = R"py(class SAM(Wrapper):
    def step(self, closure):
        def uphill():
            loss = closure()
            with torch.no_grad():
                norm = torch.cat([p.grad.flatten() for p in self.parameters]).norm()
                if norm == 0:
                    return loss
                places = [p.clone() for p in self.parameters]
                for p in self.parameters:
                    p += self.rho / norm * p.grad
            # The gradient that counts is the one up there.
            closure()
            with torch.no_grad():
                for p, place in zip(self.parameters, places):
                    p.copy_(place)
            return loss

        return self.optimizer.step(uphill)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace wrapper_entries
}  // namespace fall_line
