// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/units.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "saturated-units";

std::optional<Finding> find(Case& run) { return too_many_idle(run, id, units_saturate, "relu"); }

constexpr std::string_view sentences[] = {
    "{idle} of {units} units in hidden layer {layer} are saturated.",
    "For nearly every training sample they are at an end of their range, where they hardly learn.",
    said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry saturated_units = {.id = id, .find = find};

extern constinit const FaultDocs saturated_units_docs = {.name = "Saturated units",
                                                         .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
