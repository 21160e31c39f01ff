// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace fall_line {

/// A rule or a wrapper in Python, for scripts that repeat a race with PyTorch. `{id}`
/// stands for the value of that hyperparameter. A definition is a class in the form that a
/// formatter would give it, and ends with a line break. web/src/sharing/code/rule-base.ts says what
/// it may use.
struct Code {
  /// How it is made, without its first argument, the parameters:
  /// "torch.optim.SGD(lr={learningRate})". Empty: the class of the definition is given all
  /// hyperparameters by their names.
  std::string_view call = {};
  std::string_view definition = {};  ///< Of the class, if PyTorch has none that does the same.
  /// The class to take instead where the rate changes during the race. Empty: the same.
  std::string_view scheduled = {};
};

}  // namespace fall_line
