// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "run/plan.hpp"

namespace fall_line {

/// FNV-1a of some bytes.
std::uint64_t fingerprint(std::span<const std::uint8_t> bytes);

/// A hash of everything in a plan that cannot change during a run. Runs with equal hashes can
/// restore each other's snapshots.
std::uint64_t fingerprint(const Plan& plan);

}  // namespace fall_line
