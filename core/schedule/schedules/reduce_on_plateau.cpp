// SPDX-License-Identifier: MIT
#include <cmath>

#include "schedule/form.hpp"

namespace fall_line {
namespace {

/// PyTorch's ReduceLROnPlateau: when for more than p epochs no loss has been below the best so far
/// by the share θ of it, the rate is multiplied by f. The c epochs after that do not count.
struct ReduceOnPlateau {
  double reduction = 0.1;
  int patience = 10;
  double threshold = 1e-4;
  int cooldown = 0;
  double min_factor = 0;

  struct State {
    double factor = 1, best = 0, epochs = 0, bad = 0, cooling = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("factor", factor);
      v("best", best);
      v("epochs", epochs);
      v("bad", bad);
      v("cooling", cooling);
    }
  };

  double factor(const State& state) const { return state.factor; }

  void hear(State& state, double loss) const {
    const double mark = state.best - threshold * std::fabs(state.best);
    const bool better = state.epochs++ == 0 || loss < mark;
    if (better) state.best = loss;
    state.bad = better || state.cooling > 0 ? 0 : state.bad + 1;
    if (state.cooling > 0) state.cooling -= 1;
    if (state.bad <= patience) return;
    const double reduced = state.factor * reduction;
    state.factor = reduced > min_factor ? reduced : min_factor;
    state.cooling = cooldown;
    state.bad = 0;
  }
};

template <class Field>
constexpr Row<ReduceOnPlateau> epochs_row(Field field, std::string_view id, std::string_view name,
                                          std::string_view symbol, std::string_view doc) {
  return row<ReduceOnPlateau>(field, {.id = id,
                                      .name = name,
                                      .symbol = symbol,
                                      .domain = within(0, most_steps),
                                      .slider = linear(0, 100),
                                      .unit = "epochs",
                                      .doc = doc});
}

constexpr std::array rows{
    row<ReduceOnPlateau>(&ReduceOnPlateau::reduction,
                         {.id = "factor",
                          .name = "Reduction factor",
                          .symbol = "f",
                          .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                          .slider = linear(0.01, 0.99),
                          .doc = "Values closer to 1 lower the learning rate less each time the "
                                 "loss stalls. Smaller values lower it more."}),
    epochs_row(&ReduceOnPlateau::patience, "patience", "Patience", "p",
               "Raising it waits for more epochs without improvement before lowering the learning "
               "rate. Lower values react sooner."),
    row<ReduceOnPlateau>(&ReduceOnPlateau::threshold,
                         {.id = "threshold",
                          .name = "Improvement threshold",
                          .symbol = "θ",
                          .domain = within_below(0, 1),
                          .slider = linear(0, 0.1),
                          .doc = "Raising it demands a larger relative decrease of the loss to "
                                 "count as an improvement. At 0 any decrease counts."}),
    epochs_row(
        &ReduceOnPlateau::cooldown, "cooldown", "Cooldown", "c",
        "Raising it lets more epochs pass after each reduction before stalled epochs count again."),
    min_factor_row<ReduceOnPlateau>("Raising it keeps the learning rate from falling as low, as a "
                                    "fraction of the chosen rate. At 0 there is no limit.")};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry reduce_on_plateau =
    schedule_entry<ReduceOnPlateau, rows>({.id = "reduce-on-plateau"});

extern constinit const ScheduleDocs reduce_on_plateau_docs = {
    .name = "Reduce on plateau",
    .summary =
        "Keeps the learning rate while the loss improves, and lowers it when the loss has "
        "stopped improving.",
    .guide = {.idea = "While the loss falls, the current rate is still useful. When it stalls, "
                      "smaller steps can come closer to the minimum.",
              .use = "Use it when you do not know in advance when the rate should fall.",
              .pitfalls = "A noisy loss can look stalled and lower the rate too early. Raise the "
                          "patience, or use larger batches."},
    .formula =
        R"(\eta \leftarrow \max(f\eta,\, r\eta_0) \quad\text{after more than } p \text{ epochs with } L \ge L_{\text{best}} - \theta\,|L_{\text{best}}|)",
    .paper = {"ImageNet classification with deep convolutional neural networks",
              "A. Krizhevsky, I. Sutskever, G. E. Hinton", 2012, "https://doi.org/10.1145/3065386"},
    .notes =
        "Uses the mean mini-batch loss of each epoch, which costs no extra evaluation. In "
        "full batches and on surfaces every step is an epoch. As PyTorch's ReduceLROnPlateau "
        "with its defaults, except for three points. There is no minimum change of 1e-8. The "
        "lower limit is a fraction of the rate, not a rate. For losses below zero, PyTorch "
        "accepts a slightly higher loss as an improvement, where ours still demands a lower "
        "one. The paper lowered the rate by hand.",
    .checked_against = "PyTorch 1.13",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
