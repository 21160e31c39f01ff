// SPDX-License-Identifier: MIT
#include <algorithm>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/layers.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/step_size.hpp"
#include "run/diagnosis/trend.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "plateau";

constexpr std::uint64_t fewest_steps = 50;
/// Flat: from the third to the last quarter of the run, the loss changes by less than this share of
/// the first.
constexpr double flat = 0.01;
/// Since the middle of the run, it stays within twice as much of the mean.
constexpr double width = 2 * flat;
/// Where no loss is the lowest, a gradient that is this share of the first tells a plateau.
constexpr double gentle = 0.01;
/// High: so much of the first loss is left.
constexpr double high = 0.3;
/// A saddle: its lowest curvature is negative, and at least this share of its highest.
constexpr double saddle = 0.01;

/// The first recorded step from which on the loss is on the plateau.
double beginning(const Case& run, double loss, double off_by) {
  const auto off = [&](const Record& record) {
    return !(record.train_loss - loss < off_by && loss - record.train_loss < off_by);
  };
  const auto last = std::find_if(run.curve.rbegin(), run.curve.rend(), off);
  return static_cast<double>(last == run.curve.rbegin() ? run.curve.back().step
                                                        : last.base()->step);
}

bool is_gentle(Case& run) {
  Vector w(run.parameters.size());
  run.problem.start(w);
  return gradient_norm(run.problem, run.parameters) <= gentle * gradient_norm(run.problem, w);
}

/// Whether it is near a minimum: no lower than this below it, by the quadratic model of the loss. A
/// slow run through a valley has a positive curvature too.
bool is_near_minimum(Case& run, const SpectrumEnds& ends, double below) {
  const double slope = gradient_norm(run.problem, run.parameters);
  return ends.lowest > 0 && slope * slope / (2 * ends.lowest) < below;
}

/// What leads away from a plateau: other steps, and a little noise on a surface.
std::vector<Setting> remedies(const Case& run) {
  std::vector<Setting> changes;
  if (const auto step_size = step_size_of(run.plan))
    for (const double times : {10.0, 0.1})
      changes.push_back({step_size->path, rounded(times * step_size->value)});
  if (run.problem.on_plane())
    for (const double noise : {0.01, 0.1}) changes.push_back({"problem.gradientNoise", noise});
  return changes;
}

std::optional<Finding> find(Case& run) {
  const std::uint64_t step = run.report.step;
  if (run.report.status == Status::diverged || step < fewest_steps) return std::nullopt;
  const double first = run.curve.front().train_loss;
  const double third = mean_of(run.curve, &Record::train_loss, {step / 2, 3 * step / 4});
  const double fourth = mean_of(run.curve, &Record::train_loss, {3 * step / 4, step});
  // Where no loss is the lowest, the plateau is measured by the fall to it.
  const double scale = run.bounded() ? run.excess(first) : first - fourth;
  const bool is_high = run.bounded() ? run.excess(fourth) >= high * scale : is_gentle(run);
  const double since = beginning(run, fourth, width * scale);
  if (!is_high || !(third - fourth < flat * scale && fourth - third < flat * scale) ||
      since > static_cast<double>(step) / 2)
    return std::nullopt;
  Finding finding{
      .fault = id,
      .measured = {{"since", since}, {"step", static_cast<double>(step)}, {"lastLoss", fourth}}};
  const auto ends = run.curvature(run.parameters);
  const bool is_saddle = ends && ends->lowest < 0 && -ends->lowest >= saddle * ends->highest;
  if (is_saddle) finding.measured.push_back({"negative", ends->lowest});
  const bool is_minimum = ends && is_near_minimum(run, *ends, flat * scale);
  if (is_minimum) finding.measured.push_back({"positive", ends->lowest});
  // A network may have learned what it can. Of a surface, the lowest minimum is known.
  const bool explained = is_saddle || (is_minimum && run.problem.on_plane());
  if (!add_best(run, finding, remedies(run)) && !explained) return std::nullopt;
  return finding;
}

constexpr std::string_view sentences[] = {
    "The loss has stayed near {lastLoss} since step {since} of {step}.",
    "The lowest curvature there is negative, {negative}, so this is no minimum.",
    "The lowest curvature there is positive, {positive}, so this is a local minimum.",
    said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry plateau = {.id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs plateau_docs = {.name = "Plateau", .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
