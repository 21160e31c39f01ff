// SPDX-License-Identifier: MIT
#include <emscripten/val.h>

#include "catalog/text.hpp"

/// Replaces the core's conversion of a number to text with JavaScript's. The core's would bring
/// printf and strtod into the module.
std::string fall_line::text(double x) { return emscripten::val(x).call<std::string>("toString"); }
