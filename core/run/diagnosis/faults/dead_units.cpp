// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/units.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "dead-units";

/// A unit that is on the flat side of its activation for every sample has next to no gradient, so
/// nothing revives it.
std::optional<Finding> find(Case& run) { return too_many_idle(run, id, units_die, "leaky-relu"); }

constexpr std::string_view sentences[] = {
    "{idle} of {units} units in hidden layer {layer} are dead: they are flat for every training "
    "sample, so they no longer learn.",
    said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry dead_units = {.id = id, .find = find};

extern constinit const FaultDocs dead_units_docs = {.name = "Dead units", .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
