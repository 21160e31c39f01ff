// SPDX-License-Identifier: MIT
#pragma once

#include "run/plan.hpp"

namespace fall_line {

/// What a run may need, so that the engine never dies of a request.
inline constexpr double memory_limit_bytes = 192.0 * 1024 * 1024;

/// An upper estimate of what a run of the plan allocates, before anything is allocated.
double memory_bytes(const Plan& plan);

/// The same of a generated data set alone, as it is drawn.
double generated_bytes(const Chosen<DatasetEntry>& dataset);

}  // namespace fall_line
