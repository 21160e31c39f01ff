// SPDX-License-Identifier: MIT
#include <cmath>

#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

/// PyTorch's ReduceLROnPlateau: when for more than p epochs no loss has been below the best so far
/// by its share θ, the rate is multiplied by f, but for the c epochs after the last time.
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
                          .name = "Factor",
                          .symbol = "f",
                          .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                          .slider = linear(0.01, 0.99),
                          .doc = "What the rate is multiplied by when the loss stands still."}),
    epochs_row(&ReduceOnPlateau::patience, "patience", "Patience", "p",
               "How many epochs without an improvement are let pass; the next lowers the rate."),
    row<ReduceOnPlateau>(&ReduceOnPlateau::threshold,
                         {.id = "threshold",
                          .name = "Threshold",
                          .symbol = "θ",
                          .domain = within_below(0, 1),
                          .slider = linear(0, 0.1),
                          .doc = "By what share of the best loss so far a loss has to be below it "
                                 "to count as an improvement."}),
    epochs_row(&ReduceOnPlateau::cooldown, "cooldown", "Rest", "c",
               "How many epochs after a change are not counted."),
    min_factor_row<ReduceOnPlateau>("The share of the rate below which it never falls.")};

}  // namespace

constinit const ScheduleEntry schedule_entries::reduce_on_plateau = schedule_entry<ReduceOnPlateau,
                                                                                   rows>({
    .id = "reduce-on-plateau",
    .name = "Reduce on plateau",
    .summary = "Keeps the rate as long as the loss falls, and lowers it when the loss has stood "
               "still for a while.",
    .formula =
        R"(\eta \leftarrow \max(f\eta,\, r\eta_0) \quad\text{after more than } p \text{ epochs with } L \ge L_{\text{best}} - \theta\,|L_{\text{best}}|)",
    .paper = {"ImageNet classification with deep convolutional neural networks",
              "A. Krizhevsky, I. Sutskever, G. E. Hinton", 2012, "https://doi.org/10.1145/3065386"},
    .notes = "Hears the mean of the mini-batch losses at the end of each epoch, which costs no "
             "evaluation; in full batches and on surfaces a step is an epoch. As PyTorch's "
             "ReduceLROnPlateau with its defaults, but without its least change of 1e-8, and "
             "with a lowest share instead of a lowest rate; below zero, where PyTorch calls "
             "even a loss that rises a little an improvement, the threshold still asks for less. "
             "The paper lowered the rate by hand.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
