// SPDX-License-Identifier: MIT
#include "schedule/form.hpp"
#include "schedule/warm_up.hpp"

namespace fall_line {
namespace {

/// Goyal+ 2017, §2.2: η_t = η min(1, (t+1)/W)
struct LinearWarmup {
  double warmup_steps = 100;

  double factor(double t) const { return warm_up(warmup_steps, t); }
};

constexpr std::array rows{warm_up_row<LinearWarmup>()};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry linear_warmup =
    schedule_entry<LinearWarmup, rows>({.id = "linear-warmup"});

extern constinit const ScheduleDocs linear_warmup_docs = {
    .name = "Linear warm-up",
    .summary =
        "Raises the learning rate from nearly zero to its full value over the first steps, "
        "then keeps it.",
    .guide =
        {.idea =
             "At the start gradients can be large, and the running averages of adaptive optimizers "
             "rest on few steps. Small first steps keep this from throwing the weights far away.",
         .use =
             "Use it when training is unstable at the start, for example at a high learning rate.",
         .pitfalls = "It never lowers the rate, so with mini-batches the loss can level off early. "
                     "Combine a decaying schedule with its own warm-up instead."},
    .formula = R"(\eta_t = \eta\,\min\left(1, \frac{t+1}{W}\right))",
    .paper = {"Accurate, large minibatch SGD: training ImageNet in 1 hour",
              "P. Goyal, P. Dollár, R. Girshick, P. Noordhuis, L. Wesolowski, A. Kyrola, "
              "A. Tulloch, Y. Jia, K. He",
              2017, "https://arxiv.org/abs/1706.02677"},
    .notes =
        "Every other schedule can have a warm-up too. The two factors multiply, so the "
        "schedule length still counts from the first step. As PyTorch's LinearLR from 1/W "
        "over W - 1 steps. The default length is ours.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def linear_warmup(t, warmup_steps):
    return (t + 1) / warmup_steps if t + 1 < warmup_steps else 1
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
