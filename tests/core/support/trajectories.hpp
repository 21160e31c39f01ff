// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

/// Reads tests/reference/trajectories/, where each line is a word followed by its values.
namespace fall_line::reference {

using Numbers = std::vector<double>;

/// A trajectory of a rule, or of a rule in a wrapper, on a problem.
struct Trajectory {
  std::string problem, against;
  std::string inside;  ///< The rule in a wrapper, or empty without a wrapper.
  std::vector<std::pair<std::string, double>> hyperparameters, around;  ///< Of rule and wrapper.
  std::vector<std::pair<int, double>> rates;                            ///< {first step, rate}
  Numbers start;
  /// The last step before rounding errors matter, so points can be compared up to it.
  int holds_in_double = 0, holds_in_float = 0;
  int ends = 200;                              ///< The last step.
  int converged = 0;                           ///< The step at which it converged, or 0.
  std::map<int, Numbers> points, evaluations;  ///< By step.

  double rate(int step) const {
    double rate = 0;
    for (const auto& [first, value] : rates)
      if (first <= step) rate = value;
    return rate;
  }
};

struct NetworkData {
  std::string name, activation, loss;
  Numbers units, inputs, targets, start;
};

/// What to do if there are none.
std::string how_to_write(const std::string& id);

/// The trajectories of the rule or wrapper with this id, or none if there is no file.
std::vector<Trajectory> trajectories(const std::string& id);

std::vector<NetworkData> networks();

}  // namespace fall_line::reference
