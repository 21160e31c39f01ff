// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fall_line {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// What is mathematically legal: all that checks enforce. NaN and the infinities never are.
struct Domain {
  double min = -infinity, max = infinity;
  bool min_open = false, max_open = false;

  constexpr bool contains(double x) const {
    const bool finite = x > -infinity && x < infinity;
    return finite && (min_open ? x > min : x >= min) && (max_open ? x < max : x <= max);
  }
};

constexpr Domain above(double min) { return {.min = min, .min_open = true}; }
constexpr Domain at_least(double min) { return {.min = min}; }
constexpr Domain within(double min, double max) { return {.min = min, .max = max}; }
/// [min, max)
constexpr Domain within_below(double min, double max) {
  return {.min = min, .max = max, .max_open = true};
}
/// (min, max]
constexpr Domain within_above(double min, double max) {
  return {.min = min, .max = max, .min_open = true};
}

enum class Scale { linear, log };

/// What a control spans; legal values outside it can be typed.
struct Slider {
  double min = 0, max = 0;
  Scale scale = Scale::linear;
};

constexpr Slider linear(double min, double max) { return {min, max, Scale::linear}; }
constexpr Slider logarithmic(double min, double max) { return {min, max, Scale::log}; }

struct Choice {
  std::string_view id, name;
};

/// A word that is legal beside the numbers of a setting ("full"), and the number it stands for.
struct Word {
  std::string_view id, name;
  double value;
};

enum class Kind : std::uint8_t { number, integer, choice, toggle, text };

/// What a setting is for, where others need to know: a step that overshoots calls for a smaller
/// step size, whatever a rule calls it.
enum class Role : std::uint8_t { none, step_size };

/// A text as numbers, so that the values of a component's settings can hold it.
struct EncodedText {
  std::span<const double> numbers = {};
};

/// What a text must be, and how it is read.
struct TextForm {
  struct Reading {
    std::string rule = {};  ///< "must be a formula...": what is wrong. Empty: nothing.
    std::vector<double> numbers = {};
  };

  std::string_view default_text;
  std::size_t longest;  ///< In bytes.
  /// `values` are those of the other settings.
  Reading (*read)(std::string_view text, std::span<const double> values);
};

/// What checks and runs know of one setting; a `choice` is stored as an index into `choices`, and a
/// text behind the values of all rows.
struct Hyperparameter {
  std::string_view id;
  Domain domain = {};
  std::span<const Choice> choices = {};
  std::span<const Word> words = {};
  Kind kind = Kind::number;
  Role role = Role::none;
  const TextForm* text = nullptr;  ///< Of a text.
  double default_value = 0;

  constexpr bool allows(double value) const {
    for (const Word& word : words)
      if (word.value == value) return true;
    return domain.contains(value);
  }
};

/// One setting as its author declares it: the facts, and what the catalog tells people. Checks,
/// error texts, the JSON schema, and the page's controls all come from here.
struct Declaration {
  std::string_view id, name, symbol = "";
  Domain domain = {};
  Slider slider = {};
  std::string_view unit = "", doc;
  std::span<const Choice> choices = {};
  std::span<const Word> words = {};
  bool live = true;  ///< A change during a run takes effect at the next step, not after a restart.
  Role role = Role::none;
  Kind kind = Kind::number;
  const TextForm* text = nullptr;
  double default_value = 0;

  constexpr Hyperparameter facts() const {
    return {.id = id,
            .domain = domain,
            .choices = choices,
            .words = words,
            .kind = kind,
            .role = role,
            .text = text,
            .default_value = default_value};
  }
};

}  // namespace fall_line
