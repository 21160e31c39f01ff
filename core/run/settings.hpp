// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
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

/// The kinds of refusals, for programs.
enum class Refusal {
  wrong_type,       ///< Text for a number, a list for an object...
  out_of_domain,    ///< A number that is not allowed there.
  unknown_id,       ///< No component or choice has this id.
  unknown_setting,  ///< No setting has this path.
  wrong_shape,      ///< A list of the wrong length.
  too_narrow,       ///< Allowed, but the engine's 32-bit numbers can't hold it.
  unmet_need,       ///< The optimizer needs what the problem lacks.
  unfit,            ///< Allowed, but not together with another setting.
  too_large         ///< More memory than there is.
};

/// The code that the public interface gives a kind: "wrong-type".
std::string_view code_of(Refusal kind);

/// What a setting must be.
struct Demand {
  Refusal kind;
  std::string rule;         ///< "must be > 0"
  std::string reason = {};  ///< See Problem.
};

/// Why a setting is refused. Message: "optimizer.learningRate must be > 0 (got -1)".
struct Problem {
  Refusal kind;
  std::string path, rule, value;
  /// What the chosen optimizer is or does that rules the value out, to follow its name: "has no
  /// learning rate". Empty where the rule holds for every optimizer.
  std::string reason = {};

  std::string message() const { return path + " " + rule + " (got " + value + ")"; }
};

}  // namespace fall_line
