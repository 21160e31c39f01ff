// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fall_line::reference {

/// Expects tests/reference/measured.json to contain `found`, a JSON object, for the component `id`
/// in `group`. Also keeps it for `npm run measured`, which writes that file. The reference pages
/// show these numbers.
void expect_measured(std::string_view group, std::string_view id, const std::string& found);

/// Rounds up to two significant digits. The result is a bound, and changes rarely.
double rounded_up(double x);

}  // namespace fall_line::reference
