// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fall_line {

/// The descriptions of all components and settings, as the JSON of `engine.catalog`.
std::string catalog_json();

}  // namespace fall_line
