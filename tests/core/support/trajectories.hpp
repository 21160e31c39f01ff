// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
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

namespace detail {

/// Calls take(word, texts) for each line of the file.
template <class Take>
void read_lines(const std::string& name, Take take) {
  std::ifstream file(FALL_LINE_REFERENCE_DIR "/" + name);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word == "#") continue;
    std::vector<std::string> texts;
    for (std::string text; words >> text;) texts.push_back(text);
    take(word, texts);
  }
}

inline double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

inline Numbers numbers(const std::vector<std::string>& texts, std::size_t from = 0) {
  Numbers values;
  for (std::size_t i = from; i < texts.size(); ++i) values.push_back(number(texts[i]));
  return values;
}

inline std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

}  // namespace detail

/// What to do if there are none.
inline std::string how_to_write(const std::string& id) {
  return "There is no tests/reference/trajectories/" + id + ".txt. Write " + id +
         " in paper_rules.py there, or add it to cases.py, and run `npm run references -- " + id +
         "`.";
}

/// The trajectories of the rule or wrapper with this id, or none if there is no file.
inline std::vector<Trajectory> trajectories(const std::string& id) {
  std::vector<Trajectory> all;
  detail::read_lines(id + ".txt", [&](const auto& word, const auto& texts) {
    using namespace detail;
    if (word == "trajectory") {
      all.emplace_back().problem = texts[0];
    } else if (word == "against") {
      all.back().against = joined(texts);
    } else if (word == "inside") {
      all.back().inside = texts[0];
    } else if (word == "around") {
      all.back().around.emplace_back(texts[0], number(texts[1]));
    } else if (word == "set") {
      all.back().hyperparameters.emplace_back(texts[0], number(texts[1]));
    } else if (word == "rate") {
      all.back().rates.emplace_back(std::stoi(texts[0]), number(texts[1]));
    } else if (word == "start") {
      all.back().start = numbers(texts);
    } else if (word == "holds") {
      all.back().holds_in_double = std::stoi(texts[0]);
      all.back().holds_in_float = std::stoi(texts[1]);
    } else if (word == "ends") {
      all.back().ends = std::stoi(texts[0]);
    } else if (word == "converged") {
      all.back().converged = std::stoi(texts[0]);
    } else if (word == "point") {
      all.back().points[std::stoi(texts[0])] = numbers(texts, 1);
    } else if (word == "evaluation") {
      all.back().evaluations[std::stoi(texts[0])] = numbers(texts, 1);
    }
  });
  return all;
}

inline std::vector<NetworkData> networks() {
  std::vector<NetworkData> all;
  detail::read_lines("networks.txt", [&](const auto& word, const auto& texts) {
    using namespace detail;
    if (word == "network") {
      all.emplace_back().name = texts[0];
    } else if (word == "activation") {
      all.back().activation = texts[0];
    } else if (word == "loss") {
      all.back().loss = texts[0];
    } else if (word == "units") {
      all.back().units = numbers(texts);
    } else if (word == "inputs") {
      all.back().inputs = numbers(texts);
    } else if (word == "targets") {
      all.back().targets = numbers(texts);
    } else if (word == "start") {
      all.back().start = numbers(texts);
    }
  });
  return all;
}

}  // namespace fall_line::reference
