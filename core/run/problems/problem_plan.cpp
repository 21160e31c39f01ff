// SPDX-License-Identifier: MIT
#include "run/problems/problem_plan.hpp"

#include "run/problems/network_plan.hpp"
#include "run/problems/surface_plan.hpp"

namespace fall_line {

std::unique_ptr<ProblemPlan> read_problem(Reader& reader, std::shared_ptr<const Samples> own_data) {
  if (reader.has(SurfacePlan::key)) return std::make_unique<SurfacePlan>(reader);
  return std::make_unique<NetworkPlan>(reader, std::move(own_data));
}

}  // namespace fall_line
