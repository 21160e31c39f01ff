// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "run/chosen.hpp"
#include "run/options.hpp"
#include "run/problems/problem_plan.hpp"
#include "surface/surface.hpp"

namespace fall_line {

/// Descent on a surface of two parameters.
class SurfacePlan final : public ProblemPlan {
 public:
  static constexpr const char* key = "problem.surface.";

  explicit SurfacePlan(Reader& reader);

  std::string lacks(const OptimizerEntry& rule) const override;
  ProblemSize size() const override { return {.parameters = 2, .on_plane = true}; }
  MemoryNeed memory() const override { return {0, 0}; }
  std::unique_ptr<TrainingProblem> make(const RacerDraws& draws) const override;
  void hash(Hash& hash) const override;

 private:
  Chosen<SurfaceEntry> surface_;
  SurfaceOptions options_;
};

/// The surface chosen below the prefix.
Chosen<SurfaceEntry> read_surface(Reader& reader, const std::string& prefix);

}  // namespace fall_line
