// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "run/plan.hpp"

namespace fall_line {

/// FNV-1a of some bytes.
std::uint64_t fingerprint(std::span<const std::uint8_t> bytes);

/// Of all in a plan that can't change while it runs: equal for runs that may take each other's
/// place.
std::uint64_t fingerprint(const Plan& plan);

}  // namespace fall_line
