// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "data/samples.hpp"
#include "objective/network_problem.hpp"
#include "objective/objective.hpp"
#include "support/trajectories.hpp"

namespace fall_line::reference {

Samples samples_of(const NetworkData& data);

/// The problem of a reference network. All its samples are for training.
NetworkProblem problem_of(const NetworkData& data);

/// The problem with this name, from the registry of surfaces or the file of networks. It is the
/// loss over the whole training set.
std::unique_ptr<Objective> problem(const std::string& name);

}  // namespace fall_line::reference
