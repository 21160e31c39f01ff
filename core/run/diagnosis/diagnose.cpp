// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"
#include "run/run.hpp"

namespace fall_line {

std::vector<Finding> Run::diagnose(bool has_room) {
  Trials trials(plan_, report_, curve_, has_room && !altered_);
  Case run{.plan = plan_,
           .report = report_,
           .curve = curve_,
           .parameters = parameters_,
           .evaluated = evaluation_parameters(),
           .rates = rates(),
           .problem = *problem_,
           .trials = trials};
  std::vector<Finding> findings;
  for (const FaultEntry* fault : faults()) {
    if (fault->only_unexplained && !findings.empty()) continue;
    if (std::optional<Finding> finding = fault->find(run)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace fall_line
