// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <type_traits>
#include <vector>

#include "numeric/random.hpp"
#include "run/fields.hpp"

namespace fall_line {

/// Hashes values one by one. Writing them to an archive first would hold the user's data twice.
class Hash {
 public:
  template <class T>
  void operator()(const T& value) requires std::is_trivially_copyable_v<T> {
    value_ = fnv1a({reinterpret_cast<const char*>(&value), sizeof value}, value_);
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    (*this)(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) (*this)(value);
  }
  /// The id of a component, not its address.
  template <class Entry>
  void component(const Entry* entry) {
    (*this)(entry == nullptr ? std::uint64_t{0} : fnv1a(entry->id));
  }

  /// The names of a struct's fields, so a snapshot of an engine with other fields is refused.
  template <Fielded T>
  void names() {
    each_field<T>([&](const auto& field) { (*this)(fnv1a(field.name)); });
  }

  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = fnv1a({});
};

}  // namespace fall_line
