// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/find.hpp"
#include "catalog/row.hpp"
#include "run/settings.hpp"

namespace fall_line {

/// Takes values out of settings one by one and collects problems. A setting that nobody has taken
/// in the end is unknown.
class Reader {
 public:
  explicit Reader(const Settings& settings) : settings_(settings), taken_(settings.size()) {}

  /// The setting at the path, marked as taken; null when absent.
  const SettingValue* take(std::string_view path);
  /// Marks all settings below the prefix as taken.
  void take_all(std::string_view prefix);
  /// Whether any path starts with the prefix, or equals it but for its last dot.
  bool has(std::string_view prefix) const;

  /// The value of one declared setting, when given and legal.
  std::optional<double> number(const std::string& path, const Hyperparameter& row);
  std::optional<bool> boolean(const std::string& path);
  std::optional<std::vector<double>> list(const std::string& path, const Hyperparameter& member);

  /// A longer list is a mistake, and is refused before anything is made of it.
  static constexpr std::size_t longest_list = 1000;

  /// The entry chosen by the id at the path, `fallback` when absent, null when refused.
  template <class Entry>
  const Entry* choose(const std::string& path, std::span<const Entry* const> all,
                      const Entry* fallback) {
    const SettingValue* value = take(path);
    if (value == nullptr) return fallback;
    const auto* id = std::get_if<std::string>(value);
    const Entry* entry = id == nullptr ? nullptr : find(all, *id);
    if (entry != nullptr) return entry;
    refuse(path, {Refusal::unknown_id, "must be one of " + known_ids(all)}, *value);
    // Without a known id, the settings next to it cannot be checked.
    const std::string prefix = path.substr(0, path.rfind('.') + 1);
    if (path == prefix + "id") take_all(prefix);
    return nullptr;
  }

  /// Values of a component's rows below the prefix; defaults where absent.
  Values component(const std::string& prefix, std::span<const Hyperparameter> rows);
  /// Writes those that are given over `values`. A text is read last, since it may have to fit the
  /// others.
  void change(const std::string& prefix, std::span<const Hyperparameter> rows, Values& values);

  /// Reads rows into the fields they declare, except those that `own` rows replace.
  template <auto& rows, class T>
  void options(const std::string& prefix, T& target, std::span<const Hyperparameter> own = {}) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((has_id(own, hyperparameters_of<rows>[I].id) ? void() : option<rows, I>(prefix, target)),
       ...);
    }
    (std::make_index_sequence<rows.size()>{});
  }
  /// Reads one row of several.
  template <auto& rows, std::size_t i, class T>
  void option(const std::string& prefix, T& target) {
    const Hyperparameter& row = hyperparameters_of<rows>[i];
    if (const auto value = number(prefix + std::string(row.id), row))
      write<rows, i>(target, *value);
  }

  void refuse(const std::string& path, Demand demand, const SettingValue& value);
  /// The same, with the value already formatted.
  void refuse_text(const std::string& path, Demand demand, std::string value);

  /// All problems, unknown settings included. `known` lists the ids legal beside an unknown one.
  std::vector<Problem> finish();

 private:
  void read_text(const std::string& path, const TextForm& form, std::size_t rows, Values& values);
  static bool has_id(std::span<const Hyperparameter> rows, std::string_view id);
  void refuse_unknown(const Setting& setting);

  const Settings& settings_;
  std::vector<bool> taken_;
  std::vector<std::string> offered_;  ///< Every path that was asked for.
  std::vector<Problem> problems_;
};

/// "must be > 0 and < 1": what the row's domain demands.
std::string domain_rule(const Hyperparameter& row);
/// Why a legal value cannot be held in the engine's numbers: too large, or rounded to a 0 that is
/// not legal. Empty where it can be.
std::string narrow_rule(const Hyperparameter& row, double value);

}  // namespace fall_line
