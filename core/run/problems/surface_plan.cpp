// SPDX-License-Identifier: MIT
#include "run/problems/surface_plan.hpp"

#include "catalog/deferred.hpp"
#include "objective/surface_problem.hpp"
#include "run/option_rows.hpp"

namespace fall_line {
namespace {

/// What a surface lacks.
struct Lacks {
  using Text = char[64];
  DeferredBegin begin;
  Text no_squares = "a sum of squares, which this surface is not";
  Text noisy = "a sum of squares, so gradientNoise must be 0";
  Text no_matrices = "weight matrices, which a surface does not have";
  Text changing = "one fixed function, and here it changes at every step";
  Text no_samples = "training samples to choose from, which a surface does not have";
  Text no_layers = "layers, which a surface does not have";
  DeferredEnd end;
};
constinit const Lacks what;

/// Whether a rule evaluates the function several times and expects it to stay the same.
bool looks_again(const OptimizerEntry& rule) {
  for (const Need need : rule.needs)
    if (need != Need::gradient && need != Need::matrices) return true;
  return rule.full_batch;
}

}  // namespace

Chosen<SurfaceEntry> read_surface(Reader& reader, const std::string& prefix) {
  const SurfaceEntry* entry =
      reader.choose(prefix + "id", surfaces(), find(surfaces(), "rosenbrock"));
  if (entry == nullptr) return {};
  return {entry, reader.component(prefix, entry->hyperparameters)};
}

SurfacePlan::SurfacePlan(Reader& reader) : surface_(read_surface(reader, key)) {
  if (surface_.entry == nullptr) return;
  reader.options<surface_rows>("problem.", options_);
  options_.start_x = surface_.entry->start_x;
  options_.start_y = surface_.entry->start_y;
  constexpr Hyperparameter coordinate = start_row.facts();
  const auto start = reader.list("problem.start", coordinate);
  if (!start) return;
  if (start->size() == 2) {
    options_.start_x = (*start)[0];
    options_.start_y = (*start)[1];
  } else {
    reader.refuse("problem.start", {Refusal::wrong_shape, "must be a list of two numbers"}, *start);
  }
}

std::string SurfacePlan::lacks(const OptimizerEntry& rule) const {
  if (needs(rule, Need::residuals)) {
    if (!surface_.entry->squares()) return what.no_squares;
    if (options_.gradient_noise != 0) return what.noisy;
  }
  if (needs(rule, Need::matrices)) return what.no_matrices;
  if (surface_.entry->at_step != nullptr && looks_again(rule)) return what.changing;
  if (needs(rule, Need::samples)) return what.no_samples;
  if (needs(rule, Need::factors)) return what.no_layers;
  return "";
}

std::unique_ptr<TrainingProblem> SurfacePlan::make(const RacerDraws& draws) const {
  return std::make_unique<SurfaceProblem>(
      *surface_.entry, surface_.values,
      SurfaceProblem::Options{.start = {options_.start_x, options_.start_y},
                              .gradient_noise = options_.gradient_noise,
                              .seed = draws.seed});
}

void SurfacePlan::hash(Hash& hash) const {
  hash.component(surface_.entry);
  hash(surface_.values);
  hash(options_.start_x);
  hash(options_.start_y);
  hash(options_.gradient_noise);
}

}  // namespace fall_line
