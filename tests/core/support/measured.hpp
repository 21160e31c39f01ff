// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fall_line::reference {

/// Expects tests/reference/measured.json to say what a comparison found, a JSON object, of the
/// component `id` in `group`; and keeps it for `npm run measured`, which writes that file. The
/// reference pages show it.
void expect_measured(std::string_view group, std::string_view id, const std::string& found);

/// Two significant digits, rounded up: what stands there is a bound, and few digits change seldom.
double rounded_up(double x);

}  // namespace fall_line::reference
