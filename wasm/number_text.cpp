// SPDX-License-Identifier: MIT
#include <emscripten/val.h>

#include "catalog/text.hpp"

/// JavaScript can write numbers: this stands in for the core's own way, which would bring printf
/// and strtod into the module.
std::string fall_line::text(double x) { return emscripten::val(x).call<std::string>("toString"); }
