// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fall_line {

/// Everything that the components say of themselves, as the JSON of `engine.catalog`.
std::string catalog_json();

}  // namespace fall_line
