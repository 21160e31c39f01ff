// SPDX-License-Identifier: MIT
#include "optimizer/mark.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/dense.hpp"
#include "objective/witness.hpp"

namespace fall_line {
namespace {

using Numbers = std::vector<double>;

bool finite(const Numbers& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); });
}

Numbers numbers(std::span<const Real> reals) { return {reals.begin(), reals.end()}; }

}  // namespace

void Marks::add(Mark mark) {
  if (finite(mark.points) && finite(mark.values)) marks_.push_back(std::move(mark));
}

void Marks::arrow(std::string_view name, std::span<const Real> foot, double factor,
                  std::span<const Real> vector) {
  add({.name = name,
       .points = {foot[0], foot[1], foot[0] + factor * vector[0], foot[1] + factor * vector[1]}});
}

void Marks::point(std::string_view name, std::span<const Real> at) {
  add({.name = name, .points = numbers(at)});
}

void Marks::trials(std::string_view name, const SeenStep& seen) {
  Mark mark{.name = name};
  std::vector<Witness::Look> known;
  for (const Witness::Look& look : seen.witness.looks()) {
    const Numbers at = numbers(look);
    // A search may look again at a point, and at one where the loss overflows.
    if (std::equal(look.begin(), look.end(), seen.from.begin()) || !finite(at) ||
        std::find(known.begin(), known.end(), look) != known.end())
      continue;
    if (std::equal(look.begin(), look.end(), seen.to.begin())) mark.taken = known.size();
    known.push_back(look);
    mark.points.insert(mark.points.end(), at.begin(), at.end());
  }
  if (!known.empty()) add(std::move(mark));
}

void Marks::trial(std::string_view name, std::span<const Real> at, bool taken) {
  Mark mark{.name = name, .points = numbers(at)};
  if (taken) mark.taken = 0;
  add(std::move(mark));
}

void Marks::circle(std::string_view name, std::span<const Real> center, double radius) {
  add({.name = name, .points = numbers(center), .values = {radius}});
}

void Marks::curvature(std::string_view name, std::span<const Real> center, const Matrix2& matrix) {
  ellipse(name, center, matrix);
}

void Marks::spread(std::string_view name, std::span<const Real> center, const Matrix2& matrix) {
  ellipse(name, center, matrix);
}

void Marks::ellipse(std::string_view name, std::span<const Real> center, const Matrix2& matrix) {
  std::vector<double> axes(matrix.begin(), matrix.end()), values(2);
  if (!dense::symmetric_eigen(axes, values)) return;
  add({.name = name,
       .points = numbers(center),
       .values = std::move(values),
       .matrix = Numbers(matrix.begin(), matrix.end()),
       .axes = std::move(axes)});
}

void Marks::box(std::string_view name, std::span<const Real> center,
                std::span<const double> factors) {
  add({.name = name, .points = numbers(center), .values = Numbers(factors.begin(), factors.end())});
}

void Marks::members(std::string_view name, std::span<const Real> points) {
  Mark mark{.name = name};
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    const Numbers at = numbers(points.subspan(i, 2));
    if (finite(at)) mark.points.insert(mark.points.end(), at.begin(), at.end());
  }
  add(std::move(mark));
}

void Marks::members(std::string_view name, const SeenStep& seen) {
  Vector all;
  for (const Witness::Look& look : seen.witness.looks())
    all.insert(all.end(), look.begin(), look.end());
  members(name, all);
}

void Marks::number(std::string_view name, double value) { add({.name = name, .values = {value}}); }

}  // namespace fall_line
