// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "numeric/real.hpp"

namespace fall_line {

class Witness;

/// The shapes in which a rule draws what it keeps and tries, on a plane of two parameters.
enum class MarkKind {
  arrow,      ///< points: foot and tip.
  point,      ///< points: one.
  trials,     ///< points: what was tried, in order; taken: what was accepted, if any of them.
  circle,     ///< points: the center; values: the radius.
  curvature,  ///< A symmetric matrix of second derivatives; values: its eigenvalues.
  spread,     ///< A covariance; values: its eigenvalues.
  box,        ///< points: the center; values: a factor for each parameter.
  members,    ///< points: those of a population.
  number,     ///< values: one.
};

/// What the catalog tells people of a mark.
struct MarkDocs {
  std::string_view name;  ///< As the rule's marks call it.
  MarkKind kind;
  std::string_view label, doc;
  int steps = 1;  ///< Of so many last steps it is shown together.
};

/// A symmetric matrix of two parameters: xx, xy, yx, yy.
using Matrix2 = std::array<double, 4>;

/// A mark of one step.
struct Mark {
  std::string_view name;               ///< As its docs call it.
  std::vector<double> points = {};     ///< x, y, x, y ...
  std::vector<double> values = {};     ///< See MarkKind.
  std::optional<std::size_t> taken{};  ///< One of the points.
  /// A Matrix2 around the first point, and a unit eigenvector for each of its eigenvalues.
  std::optional<std::vector<double>> matrix{}, axes{};
};

/// What a rule can know of a step that it has just taken.
struct SeenStep {
  std::span<const Real> from, to;  ///< The parameters before and after it.
  double learning_rate;            ///< That it was given.
  const Witness& witness;
};

/// The marks of a step. One with a number that is not finite is left out.
class Marks {
 public:
  std::span<const Mark> all() const { return marks_; }

  /// From `foot` to foot + factor · vector.
  void arrow(std::string_view name, std::span<const Real> foot, double factor,
             std::span<const Real> vector);
  void point(std::string_view name, std::span<const Real> at);
  /// Where the step looked beside its start. It took the one where it ended.
  void trials(std::string_view name, const SeenStep& seen);
  /// The only point that was tried.
  void trial(std::string_view name, std::span<const Real> at, bool taken);
  void circle(std::string_view name, std::span<const Real> center, double radius);
  /// Of second derivatives and of a covariance. Without eigenvalues, as some matrices that are not
  /// finite, it is left out.
  void curvature(std::string_view name, std::span<const Real> center, const Matrix2& matrix);
  void spread(std::string_view name, std::span<const Real> center, const Matrix2& matrix);
  void box(std::string_view name, std::span<const Real> center, std::span<const double> factors);
  /// x, y of each member.
  void members(std::string_view name, std::span<const Real> points);
  /// Where the step looked.
  void members(std::string_view name, const SeenStep& seen);
  void number(std::string_view name, double value);

 private:
  void ellipse(std::string_view name, std::span<const Real> center, const Matrix2& matrix);
  void add(Mark mark);

  std::vector<Mark> marks_;
};

}  // namespace fall_line
