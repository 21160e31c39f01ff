// SPDX-License-Identifier: MIT
#include "run/make_optimizer.hpp"

namespace fall_line {

std::unique_ptr<Optimizer> make_optimizer(const Plan& plan) {
  std::unique_ptr<Optimizer> optimizer = plan.own_rule
                                             ? plan.own_rule->make(plan.optimizer.values)
                                             : plan.optimizer.entry->make(plan.optimizer.values);
  for (const Chosen<WrapperEntry>& wrapper : plan.wrappers)
    optimizer = wrapper.entry->make(wrapper.values, std::move(optimizer));
  return optimizer;
}

void reconfigure(Optimizer& optimizer, const Plan& plan) {
  Optimizer* layer = &optimizer;
  for (std::size_t i = plan.wrappers.size(); i-- > 0; layer = layer->inner())
    layer->configure(plan.wrappers[i].values);
  layer->configure(plan.optimizer.values);
}

}  // namespace fall_line
