// SPDX-License-Identifier: MIT
#include "run/needs.hpp"

#include "catalog/text.hpp"

namespace fall_line {
namespace {

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

/// A batch that is too small for the problem.
std::optional<Problem> unfit_batch(const Plan& plan) {
  const bool own = plan.racer.batch_size != race_batch;
  const int size = own ? plan.racer.batch_size : plan.problem->batch_size();
  if (plan.optimizer.entry->full_batch || size == full_batch ||
      size >= plan.problem->smallest_batch())
    return std::nullopt;
  return Problem{
      Refusal::unfit, own ? "optimizer.batchSize" : "problem.batchSize",
      "must be at least " + text(plan.problem->smallest_batch()) + " for batch normalization",
      text(size)};
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
  if (const std::string lack = plan.problem->lacks(rule); !lack.empty())
    return Problem{Refusal::unmet_need, "optimizer.id",
                   "must be a rule for this problem: " + std::string(rule.id) + " needs " + lack,
                   quoted(rule.id), "needs " + lack};
  if (plan.problem->smallest_batch() > 1)
    if (auto unfit = unfit_batch(plan)) return unfit;
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
