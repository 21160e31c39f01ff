// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fall_line {

/// The shortest decimal that reads back as x: "0.1", "1e-8", "Infinity", "NaN".
std::string text(double x);

/// A JSON string literal.
std::string quoted(std::string_view s);

}  // namespace fall_line
