// SPDX-License-Identifier: MIT
#pragma once

#include "optimizer/optimizer.hpp"

namespace fall_line {

/// The optimizer that a wrapper would work with.
struct Wrapped {
  const OptimizerEntry& rule;
  bool averages;  ///< The rule, or a wrapper further in, offers an average to be judged.
};

/// A way to change what any rule does: an optimizer around another.
struct WrapperEntry {
  std::string_view id;
  bool averages = false;
  /// Why it cannot work with the inner optimizer: "already averages its weights". Empty: it can.
  std::string_view (*unfit)(const Wrapped& wrapped) = nullptr;
  std::span<const Hyperparameter> hyperparameters = {};
  std::unique_ptr<Optimizer> (*make)(const Values& values,
                                     std::unique_ptr<Optimizer> inner) = nullptr;
};

struct WrapperDocs {
  std::string_view name, summary;
  Guide guide = {};
  std::string_view formula;  ///< TeX, the symbols of the rows.
  Paper paper;
  std::string_view notes;   ///< Whose defaults, where implementations differ, which form is ours.
  std::string_view cost;    ///< Evaluations a step, beside the rule's own.
  std::string_view memory;  ///< State, in multiples of the n parameters, beside the rule's own.
  std::string_view checked_against;
  Code code = {};  ///< Its first argument is the optimizer inside.
  std::span<const Declaration> hyperparameters = {};
};

std::span<const WrapperEntry* const> wrappers();
const WrapperDocs& docs_of(const WrapperEntry& entry);

}  // namespace fall_line
