// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace fall_line {

/// A value that no setting can have (null, an object...): the text to quote in the message.
struct Unsupported {
  std::string text;
};

/// An object without a setting in it: nothing where settings may stand, a wrong value elsewhere.
struct NoSettings {};

using SettingValue =
    std::variant<double, bool, std::string, std::vector<double>, Unsupported, NoSettings>;

/// One leaf of the settings tree: {"problem.network.hidden", {8, 8}}.
struct Setting {
  std::string path;
  SettingValue value;
};

using Settings = std::vector<Setting>;

/// Why a setting is refused. Message: "optimizer.learningRate must be > 0 (got -1)".
struct Problem {
  std::string path, rule, value;

  std::string message() const { return path + " " + rule + " (got " + value + ")"; }
};

}  // namespace fall_line
