// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/row.hpp"

namespace fall_line {

/// A chosen component and the values of its settings, in row order.
template <class Entry>
struct Chosen {
  const Entry* entry = nullptr;
  Values values = {};
};

}  // namespace fall_line
