// SPDX-License-Identifier: MIT
#include "expression/form.hpp"

#include "expression/tables.hpp"
#include "expression/texts.hpp"

namespace fall_line::expression {

TextForm::Reading read(std::string_view text, Wanted wanted) {
  Compiled compiled = compile(text, plane, wanted);
  if (const Fault& fault = compiled.fault)
    return {.rule = with(tables.not_a_formula, std::to_string(fault.column), fault.what)};
  return {.numbers = std::move(compiled.numbers)};
}

}  // namespace fall_line::expression
