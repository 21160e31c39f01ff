// SPDX-License-Identifier: MIT
#pragma once

#include "data/samples.hpp"
#include "run/reader.hpp"

namespace fall_line {

/// Shapes and numbers of a user's own samples, under `problem.dataset`. Messages name the place in
/// the data, as a user would look for it; the first problem ends the search.
void check_own_data(Reader& reader, const Samples& own);

}  // namespace fall_line
