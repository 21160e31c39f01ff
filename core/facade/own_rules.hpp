// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "facade/fall_line.hpp"
#include "run/own_rule.hpp"

namespace fall_line {

/// The rule that an entry describes, as runs see it.
std::shared_ptr<const OwnRule> adapted(v1::RuleEntry entry);

/// What is wrong with an entry. Empty: nothing is.
std::string fault_of(const v1::RuleEntry& entry, const OwnRules& known);

}  // namespace fall_line
