// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <type_traits>
#include <variant>
#include <vector>

#include "catalog/hyperparameter.hpp"

namespace fall_line {

/// Values of a component's hyperparameters, in the order of its rows. The numbers of its text, if
/// it has one, follow.
using Values = std::vector<double>;

/// A hyperparameter tied to the field of T that holds it. The default stands in that field alone.
template <class T>
struct Row {
  Declaration text;
  std::variant<double T::*, int T::*, bool T::*, EncodedText T::*> field;
};

/// Declares a row; its kind follows from the field's type.
template <class T>
constexpr Row<T> row(std::type_identity_t<double T::*> field, Declaration text) {
  text.kind = Kind::number;
  text.default_value = T{}.*field;
  return {text, field};
}
template <class T>
constexpr Row<T> row(std::type_identity_t<int T::*> field, Declaration text) {
  text.kind = text.choices.empty() ? Kind::integer : Kind::choice;
  if (!text.choices.empty()) text.domain = within(0, static_cast<double>(text.choices.size() - 1));
  text.default_value = T{}.*field;
  return {text, field};
}
template <class T>
constexpr Row<T> row(std::type_identity_t<bool T::*> field, Declaration text) {
  text.kind = Kind::toggle;
  text.domain = within(0, 1);
  text.default_value = T{}.*field ? 1 : 0;
  return {text, field};
}

template <class T>
constexpr Row<T> row(std::type_identity_t<EncodedText T::*> field, Declaration text,
                     const TextForm& form) {
  text.kind = Kind::text;
  text.text = &form;
  return {text, field};
}

/// The same row, but a change of it during a run waits for a restart.
template <class T>
constexpr Row<T> after_restart(Row<T> row) {
  row.text.live = false;
  return row;
}

template <class T, std::size_t A, std::size_t B>
constexpr std::array<Row<T>, A + B> operator+(const std::array<Row<T>, A>& a,
                                              const std::array<Row<T>, B>& b) {
  return [&]<std::size_t... I, std::size_t... J>(std::index_sequence<I...>,
                                                 std::index_sequence<J...>) {
    return std::array<Row<T>, A + B>{a[I]..., b[J]...};
  }
  (std::make_index_sequence<A>{}, std::make_index_sequence<B>{});
}

/// A row that would mislead its users: a default outside the domain, an empty text, an id used
/// twice, a slider that leaves the domain or a logarithmic one that touches 0, a second text.
template <class T, std::size_t N>
constexpr bool well_formed(const std::array<Row<T>, N>& rows) {
  for (std::size_t i = 0; i < N; ++i) {
    const Declaration& p = rows[i].text;
    if (p.id.empty()) return false;
    if (!p.facts().allows(p.default_value)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (rows[j].text.id == p.id || (rows[j].text.kind == Kind::text && p.kind == Kind::text))
        return false;
    if (p.name.empty() || p.doc.empty()) return false;
    if (p.kind == Kind::choice || p.kind == Kind::toggle || p.kind == Kind::text) continue;
    if (!(p.slider.min < p.slider.max)) return false;
    if (p.slider.min < p.domain.min || p.slider.max > p.domain.max) return false;
    if (p.slider.scale == Scale::log && !(p.slider.min > 0)) return false;
  }
  return true;
}

template <std::size_t N, class T>
constexpr std::array<Hyperparameter, N> facts_of(const std::array<Row<T>, N>& rows) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<Hyperparameter, N>{rows[I].text.facts()...};
  }
  (std::make_index_sequence<N>{});
}
template <std::size_t N, class T>
constexpr std::array<Declaration, N> texts_of(const std::array<Row<T>, N>& rows) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<Declaration, N>{rows[I].text...};
  }
  (std::make_index_sequence<N>{});
}

/// What entries hold of `rows`, and what their docs hold. Rows themselves exist only while this
/// compiles, so a module whose code names no docs carries no texts.
template <auto& rows>
inline constexpr auto hyperparameters_of = facts_of(rows);
template <auto& rows>
inline constexpr auto declarations_of = texts_of(rows);

/// Writes the field of row i.
template <auto& rows, std::size_t i, class T>
constexpr void write(T& component, double value) {
  constexpr auto field = std::get<rows[i].field.index()>(rows[i].field);
  using Field = std::remove_reference_t<decltype(component.*field)>;
  component.*field = static_cast<Field>(value);
}
/// The same from values in row order.
template <auto& rows, std::size_t i, class T>
constexpr void write_from(T& component, const Values& values) {
  if constexpr (rows[i].text.kind == Kind::text) {
    component.*std::get<EncodedText T::*>(rows[i].field) = {std::span(values).subspan(rows.size())};
  } else {
    write<rows, i>(component, values[i]);
  }
}

/// A component with its fields set from values in row order. A text is a view of the values.
template <class T, auto& rows>
T with_values(const Values& values) {
  T component;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (write_from<rows, I>(component, values), ...);
  }
  (std::make_index_sequence<rows.size()>{});
  return component;
}

Values defaults_of(std::span<const Hyperparameter> hyperparameters);

/// Puts the text of a component into its values, and says what is wrong with it: then the values
/// stay as they were. `rows` is how many rows the component has.
std::string write_text(const TextForm& form, std::string_view text, std::size_t rows,
                       Values& values);

}  // namespace fall_line
