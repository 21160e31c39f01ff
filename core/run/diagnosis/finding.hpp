// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "run/fields.hpp"
#include "run/settings.hpp"

namespace fall_line {

/// A number of a finding, by the name that the sentences of its fault use.
struct Measure {
  std::string_view name;
  double value;
};

/// A fault of a run: what was measured, and a change of one setting that helps.
struct Finding {
  std::string_view fault;  ///< The id of its entry.
  std::vector<Measure> measured = {};
  std::optional<std::string> cause = {};  ///< Why a run that diverged ended.
  std::optional<Setting> remedy = {};     ///< The setting, by its path, and its new value.
};

template <>
inline constexpr auto fields<Setting> =
    std::tuple{Field{"path", &Setting::path}, Field{"value", &Setting::value}};
static_assert(complete<Setting>());

template <>
inline constexpr auto fields<Finding> =
    std::tuple{Field{"fault", &Finding::fault}, Field{"measured", &Finding::measured},
               Field{"cause", &Finding::cause}, Field{"remedy", &Finding::remedy}};
static_assert(complete<Finding>());

}  // namespace fall_line
