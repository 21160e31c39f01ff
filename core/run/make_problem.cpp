// SPDX-License-Identifier: MIT
#include "run/make_problem.hpp"

namespace fall_line {

std::unique_ptr<TrainingProblem> make_problem(const Plan& plan) {
  return plan.problem->make(
      {.seed = static_cast<std::uint64_t>(plan.run.seed),
       .batch_size = plan.optimizer.entry->full_batch ? full_batch : plan.racer.batch_size});
}

}  // namespace fall_line
