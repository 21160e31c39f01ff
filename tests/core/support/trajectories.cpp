// SPDX-License-Identifier: MIT
#include "support/trajectories.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fall_line::reference {
namespace {

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

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

Numbers numbers(const std::vector<std::string>& texts, std::size_t from = 0) {
  Numbers values;
  for (std::size_t i = from; i < texts.size(); ++i) values.push_back(number(texts[i]));
  return values;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

}  // namespace

std::string how_to_write(const std::string& id) {
  return "There is no tests/reference/trajectories/" + id + ".txt. Write " + id +
         " in paper_rules.py there, or add it to cases.py, and run `npm run references -- " + id +
         "`.";
}

std::vector<Trajectory> trajectories(const std::string& id) {
  std::vector<Trajectory> all;
  read_lines(id + ".txt", [&](const auto& word, const auto& texts) {
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

std::vector<NetworkData> networks() {
  std::vector<NetworkData> all;
  read_lines("networks.txt", [&](const auto& word, const auto& texts) {
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
