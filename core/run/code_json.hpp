// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fall_line {

/// The components of the catalog in Python, by kind and id, as JSON. Apart from the catalog, since
/// only those who want a script of their race need it. Components without code are left out.
std::string code_json();

}  // namespace fall_line
