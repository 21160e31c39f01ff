// SPDX-License-Identifier: MIT
#include "run/needs.hpp"

#include <algorithm>

#include "catalog/text.hpp"
#include "run/check.hpp"

namespace fall_line {
namespace {

/// Why the problem is not a sum of squares. Empty: it is one.
std::string why_no_squares(const Plan& plan) {
  if (plan.surface.entry != nullptr) {
    if (!plan.surface.entry->squares()) return "which this surface is not";
    return plan.descent.gradient_noise != 0 ? "so gradientNoise must be 0" : "";
  }
  if (!plan.loss->squares) return "such as mean-squared-error";
  return plan.penalty.l1 != 0 ? "which an L1 penalty is not" : "";
}

/// Whether a rule evaluates the function several times and expects it to stay the same.
bool looks_again(const OptimizerEntry& rule) {
  for (const Need need : rule.needs)
    if (need != Need::gradient && need != Need::matrices) return true;
  return rule.full_batch;
}

/// Units of a network's first and last layer.
struct Ends {
  double inputs, outputs;
};

Ends ends_of(const Samples& samples) {
  return {static_cast<double>(samples.inputs),
          static_cast<double>(output_units(samples.task, samples.classes, samples.outputs))};
}

Ends ends_of(const Plan& plan) {
  if (plan.own_data) return ends_of(*plan.own_data);
  // Only the data know how many classes there are; the fewest samples tell, and take no memory.
  Chosen<DatasetEntry> few = plan.dataset;
  const auto rows = few.entry->hyperparameters;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].id == "samples") few.values[i] = rows[i].domain.min;
  return ends_of(draw(few, plan.dataset_seed));
}

/// Why the layers' factors cannot be computed and solved with. Empty: they can.
std::string why_no_factors(const Plan& plan) {
  if (plan.loss->multiply_by_root == nullptr) {
    std::string fit;
    for (const LossEntry* loss : losses())
      if (loss->multiply_by_root != nullptr)
        fit += (fit.empty() ? "" : " or ") + std::string(loss->id);
    return "a loss that is the logarithm of a probability (" + fit + ")";
  }
  const Ends ends = ends_of(plan);
  double widest = std::max(ends.inputs, ends.outputs);
  for (const std::size_t hidden : plan.hidden)
    widest = std::max(widest, static_cast<double>(hidden));
  if (widest <= most_dense_parameters) return "";
  return "layers of at most " + text(most_dense_parameters) + " units, and the widest here has " +
         text(widest);
}

double parameter_count(const Plan& plan) {
  if (plan.surface.entry != nullptr) return 2;
  const Ends ends = ends_of(plan);
  double parameters = 0, before = ends.inputs;
  for (const std::size_t hidden : plan.hidden) {
    parameters += (before + 1) * static_cast<double>(hidden);
    before = static_cast<double>(hidden);
  }
  return parameters + (before + 1) * ends.outputs;
}

/// A setting that has one value alone with a rule.
struct Fixed {
  std::string path, only, value;
};

/// The problem with it. `why` follows the rule's name: "has no learning rate".
Problem unfit_for(const OptimizerEntry& rule, std::string why, Fixed fixed) {
  return {Refusal::unfit, std::move(fixed.path),
          "must be " + fixed.only + " for " + std::string(rule.id) + ", which " + why,
          std::move(fixed.value), std::move(why)};
}

/// A schedule for a rule that has no learning rate.
std::optional<Problem> idle_schedule(const Plan& plan) {
  if (rate_row(*plan.optimizer.entry)) return std::nullopt;
  const auto refuse = [&](std::string path, std::string_view only, std::string value) {
    return unfit_for(*plan.optimizer.entry, "has no learning rate",
                     {std::move(path), std::string(only), std::move(value)});
  };
  if (plan.schedule.entry != schedules()[0])
    return refuse("schedule.id", schedules()[0]->id, quoted(plan.schedule.entry->id));
  if (plan.pace.warmup_steps != 0)
    return refuse("schedule.warmupSteps", "0", text(plan.pace.warmup_steps));
  return std::nullopt;
}

/// The first wrapper that is listed twice, or cannot work with the optimizer inside.
std::optional<Problem> unfit_wrapper(const Plan& plan) {
  Wrapped inner{*plan.optimizer.entry, plan.optimizer.entry->averages};
  std::string inside(plan.optimizer.entry->id);
  for (std::size_t i = 0; i < plan.wrappers.size(); ++i) {
    const WrapperEntry& wrapper = *plan.wrappers[i].entry;
    const auto refuse = [&](std::string rule, std::string_view why) {
      return Problem{Refusal::unfit, "optimizer.wrappers." + text(i) + ".id", std::move(rule),
                     quoted(wrapper.id), std::string(why)};
    };
    for (std::size_t j = 0; j < i; ++j)
      if (plan.wrappers[j].entry == &wrapper)
        return refuse("must be a wrapper that is not in the list already", "");
    if (const std::string_view why = wrapper.unfit(inner); !why.empty())
      return refuse("must be a wrapper that works with " + inside + ", which " + std::string(why),
                    why);
    inner.averages = inner.averages || wrapper.averages;
    inside += " in " + std::string(wrapper.id);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> unmet_need(const Plan& plan) {
  const OptimizerEntry& rule = *plan.optimizer.entry;
  const std::string id(rule.id);
  const auto refuse = [&](const std::string& why) {
    return Problem{Refusal::unmet_need, "optimizer.id",
                   "must be a rule for this problem: " + id + " needs " + why, quoted(rule.id),
                   "needs " + why};
  };
  if (needs(rule, Need::residuals))
    if (const std::string why = why_no_squares(plan); !why.empty())
      return refuse("a sum of squares, " + why);
  if (needs(rule, Need::matrices) && plan.surface.entry != nullptr)
    return refuse("weight matrices, which a surface does not have");
  if (plan.surface.entry != nullptr && plan.surface.entry->at_step != nullptr && looks_again(rule))
    return refuse("one fixed function, and here it changes at every step");
  if (needs(rule, Need::samples) && plan.surface.entry != nullptr)
    return refuse("training samples to choose from, which a surface does not have");
  if (needs(rule, Need::factors))
    if (const std::string why = why_no_factors(plan); !why.empty()) return refuse(why);
  if (rule.dense)
    if (const double n = parameter_count(plan); n > most_dense_parameters)
      return refuse("at most " + text(most_dense_parameters) +
                    " parameters, and this network has " + text(n));
  if (auto unfit = unfit_wrapper(plan)) return unfit;
  if (auto idle = idle_schedule(plan)) return idle;
  return unfit_clipping(rule, plan.racer);
}

std::optional<Problem> unfit_clipping(const OptimizerEntry& rule, const RacerOptions& racer) {
  if (!needs(rule, Need::value) || racer.clip_norm == 0) return std::nullopt;
  const char* why =
      needs(rule, Need::gradient) ? "compares losses along its gradient" : "uses no gradient";
  return unfit_for(rule, why, {"optimizer.clipNorm", "0", text(racer.clip_norm)});
}

}  // namespace fall_line
