// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/hyperparameter.hpp"

namespace fall_line {

/// Whether this is the core of the engine's modules, which every page loads: it leaves to the
/// catalog what is for people alone, and to the other precision the rules that this one refuses.
#ifdef FALL_LINE_LEAN
inline constexpr bool lean = true;
#else
inline constexpr bool lean = false;
#endif

/// A row with all that checks need.
constexpr Hyperparameter lean_row(Hyperparameter row) {
  if (lean) {
    row.name = row.symbol = row.unit = row.doc = {};
    row.slider = {};
  }
  return row;
}

/// An entry with all that runs need.
template <class Entry>
constexpr Entry lean_entry(Entry entry) {
  if constexpr (lean) {
    entry.name = entry.summary = {};
    if constexpr (requires { entry.guide; }) entry.guide = {};
    if constexpr (requires { entry.family; }) entry.family = {};
    if constexpr (requires { entry.formula; }) entry.formula = {};
    if constexpr (requires { entry.paper; }) entry.paper = {};
    if constexpr (requires { entry.notes; }) entry.notes = {};
    if constexpr (requires { entry.cost; }) entry.cost = {};
    if constexpr (requires { entry.memory; }) entry.memory = {};
    if constexpr (requires { entry.checked_against; }) entry.checked_against = {};
    if constexpr (requires { entry.minima; }) entry.minima = {};
    if constexpr (requires { entry.race; }) entry.race = {};
  }
  return entry;
}

}  // namespace fall_line
