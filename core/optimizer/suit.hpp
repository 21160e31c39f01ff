// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace fall_line {

/// What a problem is like, or what its reader cares for. The page asks for these, and proposes a
/// race of rules that suit the answers.
enum class Situation {
  few_parameters,    ///< Dozens.
  many_parameters,   ///< Thousands.
  little_data,       ///< Few enough samples to compute all gradients in every step.
  much_data,         ///< Too many samples for that.
  little_noise,      ///< Large batches of clean data.
  much_noise,        ///< Small batches of noisy data.
  cheap_gradients,   ///< Steps are counted, whatever they evaluate.
  costly_gradients,  ///< Evaluations are counted.
  fast_start,
  low_loss_at_end,
  few_settings,
  little_memory,
};

inline constexpr std::string_view situation_ids[] = {
    "few-parameters", "many-parameters", "little-data",     "much-data",
    "little-noise",   "much-noise",      "cheap-gradients", "costly-gradients",
    "fast-start",     "low-loss-at-end", "few-settings",    "little-memory"};

constexpr std::string_view id_of(Situation situation) {
  return situation_ids[static_cast<std::size_t>(situation)];
}

/// That a rule suits a situation.
struct Suit {
  Situation situation;
  /// What the rule does about it, to follow "It", in at most 11 words. It promises no result: the
  /// race shows that.
  std::string_view why;
};

}  // namespace fall_line
