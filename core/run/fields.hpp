// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace fall_line {

/// A member of a struct and its name outside the core. A member function gives a computed value.
template <class Member>
struct Field {
  const char* name;
  Member member;

  static constexpr bool stored = std::is_member_object_pointer_v<Member>;
};

template <class Member>
Field(const char*, Member) -> Field<Member>;

/// The fields of a struct, in order. Snapshots and the interface to JavaScript are made from this
/// table, so a field is listed once, beside the struct that has it.
template <class T>
inline constexpr std::tuple<> fields{};

template <class T>
concept Fielded = std::tuple_size_v<std::remove_const_t<decltype(fields<T>)>> >
0;

/// Calls `visit` with each field of T.
template <Fielded T, class Visit>
constexpr void each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, fields<T>);
}

/// Whether the fields take up all bytes of a struct. If they do not, one is missing.
template <Fielded T>
constexpr bool complete() {
  const auto round_up = [](std::size_t size, std::size_t to) { return (size + to - 1) / to * to; };
  std::size_t end = 0;
  each_field<T>([&]<class Member>(const Field<Member>&) {
    if constexpr (Field<Member>::stored) {
      using Value = std::remove_cvref_t<decltype(std::declval<T&>().*std::declval<Member>())>;
      end = round_up(end, alignof(Value)) + sizeof(Value);
    }
  });
  return round_up(end, alignof(T)) == sizeof(T);
}

}  // namespace fall_line
