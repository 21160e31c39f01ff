// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "bottomless";

std::optional<Finding> find(Case& run) {
  if (!run.fell()) return std::nullopt;
  return Finding{.fault = id, .measured = {{"step", static_cast<double>(run.report.step)}}};
}

constexpr std::string_view sentences[] = {
    "Fell below the smallest number at step {step}.",
    "The surface has no minimum, so going downhill never ends."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry bottomless = {.id = id, .find = find};

extern constinit const FaultDocs bottomless_docs = {.name = "Unbounded below",
                                                    .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
