// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace fall_line {

/// A rule as a library has it. `{id}` stands for the value of that hyperparameter.
struct LibraryCode {
  /// How it is made, without the parameters: "torch.optim.SGD(lr={learningRate})". A hyperparameter
  /// that it lacks must be 0, else the rule is written out. Empty: the library does not have it.
  std::string_view call = {};
  /// In what the library's own form differs, where the rule is written out in its place. One
  /// sentence.
  std::string_view differs = {};
  /// The call does the same only while the learning rate is constant.
  bool constant_rate = false;
};

/// A rule or a wrapper in Python, for scripts that repeat a race with a library. Classes are in the
/// form that a formatter would give them, and end with a line break. They are given all
/// hyperparameters by name. web/src/sharing/code/rule-base.ts says what they may use.
struct Code {
  LibraryCode pytorch = {}, keras = {};
  /// The class to take where a library's own does something else. Its functions `torch.f` have the
  /// same names and meanings in keras.ops, so it serves both libraries.
  std::string_view rule = {};
  /// A class for PyTorch alone: the one that the call names, or without a call the rule, if it
  /// needs more than one update for each parameter.
  std::string_view definition = {};
};

/// An activation: the layer in PyTorch, and in Keras the argument of a layer.
struct ActivationCode {
  std::string_view pytorch, keras;
};

}  // namespace fall_line
