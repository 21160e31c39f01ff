// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "expression/evaluate.hpp"
#include "expression/form.hpp"
#include "expression/source.hpp"

namespace fall_line::expression {

/// The value of a source at a point, in double. It must compile.
inline double value(std::string_view source, double x = 0, double y = 0) {
  const Compiled compiled = compile(source, plane);
  EXPECT_EQ(compiled.fault.what, "") << source;
  if (compiled.fault) return 0;
  const double at[] = {x, y};
  return evaluate(Program(compiled.numbers), at);
}

/// "column: message", or "" if there is nothing wrong.
inline std::string fault_of(std::string_view source, Wanted wanted = Wanted::any) {
  const Fault fault = compile(source, plane, wanted).fault;
  return fault ? std::to_string(fault.column) + ": " + fault.what : "";
}

}  // namespace fall_line::expression
