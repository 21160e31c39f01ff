// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fall_line {

/// Walks over a component's state by name: to show it, to save it, to restore it. A vector is Real,
/// or double in both engines where float would not do.
class StateVisitor {
 public:
  virtual ~StateVisitor() = default;
  virtual void operator()(std::string_view name, std::vector<float>& value) = 0;
  virtual void operator()(std::string_view name, std::vector<double>& value) = 0;
  virtual void operator()(std::string_view name, double& value) = 0;
};

/// Makes every vector n zeros; counters keep the value of their initializer.
class Zeros final : public StateVisitor {
 public:
  explicit Zeros(std::size_t n) : n_(n) {}
  void operator()(std::string_view, std::vector<float>& value) override { value.assign(n_, 0); }
  void operator()(std::string_view, std::vector<double>& value) override { value.assign(n_, 0); }
  void operator()(std::string_view, double&) override {}

 private:
  std::size_t n_;
};

/// The state of a component that keeps nothing.
struct NoState {
  template <class Visitor>
  void visit(Visitor&) {}
};

}  // namespace fall_line
