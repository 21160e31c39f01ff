// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"
#include "schedule/form.hpp"

namespace fall_line {
namespace {

/// η_t = η (1 - t/T)^p
struct Polynomial {
  int total_steps = 2000;
  double power = 1;

  double factor(double t) const {
    return t < total_steps ? special::pow(1 - t / total_steps, power) : 0;
  }
};

constexpr std::array rows{
    total_steps_row<Polynomial>(),
    row<Polynomial>(&Polynomial::power,
                    {.id = "power",
                     .name = "Power",
                     .symbol = "p",
                     .domain = above(0),
                     .slider = linear(0.1, 5),
                     .doc = "At 1 the rate falls along a straight line. Higher values lower it "
                            "earlier, and values below 1 keep it high for longer."})};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry polynomial =
    schedule_entry<Polynomial, rows>({.id = "polynomial"});

extern constinit const ScheduleDocs polynomial_docs = {
    .name = "Polynomial",
    .summary =
        "Lowers the learning rate to zero over a set length, along a straight line or a curve.",
    .guide = {.idea = "A high rate early on covers distance, and a shrinking rate lets the weights "
                      "settle. The power decides how early the rate falls.",
              .use = "Use it when you know how long the race lasts. A power of 1 gives the plain "
                     "linear decay.",
              .pitfalls = "Once the rate is zero, training stands still. Set the schedule length "
                          "to match the race."},
    .formula = R"(\eta_t = \eta\left(1-\frac{\min(t,T)}{T}\right)^{p})",
    .paper = {"DeepLab: semantic image segmentation with deep convolutional nets, atrous "
              "convolution, and fully connected CRFs",
              "L.-C. Chen, G. Papandreou, I. Kokkinos, K. Murphy, A. L. Yuille", 2018,
              "https://arxiv.org/abs/1606.00915"},
    .notes = "As PyTorch's PolynomialLR, with its default power of 1. The paper's power is 0.9.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def polynomial(t, total_steps, power):
    return (1 - t / total_steps) ** power if t < total_steps else 0
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
