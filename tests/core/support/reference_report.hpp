// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fall_line::reference {

/// Notes what a comparison found, a JSON object, under the id of its rule. The reference pages read
/// the file that holds all of them once the tests have run.
void report(std::string_view id, const std::string& found);

}  // namespace fall_line::reference
