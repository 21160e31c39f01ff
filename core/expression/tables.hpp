// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/deferred.hpp"
#include "expression/lexer.hpp"
#include "expression/names.hpp"

namespace fall_line::expression {

/// All constants of this folder, in one object that can be deferred.
struct Tables {
  /// What is said of faulty sources. A $ stands for what is quoted, an @ for a text.
  using Text = char[88];

  struct Sign {
    char text[4];
    Kind kind;
  };

  DeferredBegin begin;

  Text not_a_formula = "must be a formula in x and y: column @: @";
  Text too_long = "the formula is longer than @ bytes";
  Text too_deep = "the formula is nested deeper than @ levels";
  Text too_many = "the formula has more than @ operations";
  Text too_large = "the number is too large";
  Text bad_character = "the character $ has no meaning here";
  Text expected = "expected @, but found @";
  Text operand = "a number, a name or \"(\"";
  Text closing = "\")\" or an operator";
  Text more_arguments = "\",\", \")\" or an operator";
  Text call = "\"(\" after the function $";
  Text an_operator = "an operator";
  Text the_end = "the end";
  Text compare = "to compare, write \"==\"";
  Text once = "$ already has a meaning; to compare, write \"==\"";
  Text unknown = "$ is not known";
  Text meant = "; did you mean $?";
  Text known = "; known here: @";
  Text needs_numbers = "$ works with numbers, but this is a condition";
  Text needs_conditions = "$ works with conditions such as x < 1, but this is a number";
  Text same_kind = "\"if\" chooses between two numbers or two conditions, not one of each";
  Text arguments = "$ takes @, but has @";
  Text must_be_number = "the value must be a number, but this is a condition such as x < 1";
  Text must_be_condition = "the value must be a condition such as x < 1, but this is a number";
  Text no_finite_value =
      "must have a finite value in the whole square, but has none at x = @, y = @";
  Text argument = " argument";
  Text arguments_to = " to ";

  // Longer signs first.
  Sign signs[28] = {
      {"**", Kind::power},       {"<=", Kind::at_most},     {">=", Kind::at_least},
      {"==", Kind::equal},       {"!=", Kind::unequal},     {"\n", Kind::separator},
      {";", Kind::separator},    {"(", Kind::open},         {")", Kind::close},
      {",", Kind::comma},        {"=", Kind::assign},       {"+", Kind::plus},
      {"-", Kind::minus},        {"*", Kind::times},        {"/", Kind::over},
      {"^", Kind::power},        {"<", Kind::less},         {">", Kind::greater},
      {"\u2212", Kind::minus},   {"\u00b7", Kind::times},   {"\u00d7", Kind::times},
      {"\u22c5", Kind::times},   {"\u00f7", Kind::over},    {"\u00b2", Kind::squared},
      {"\u00b3", Kind::cubed},   {"\u2264", Kind::at_most}, {"\u2265", Kind::at_least},
      {"\u2260", Kind::unequal},
  };

  Function functions[17] = {
      {"sin", Op::sin},
      {"cos", Op::cos},
      {"tan", Op::tan},
      {"tanh", Op::tanh},
      {"exp", Op::exp},
      {"log", Op::log},
      {"ln", Op::log},
      {"sqrt", Op::square_root},
      {"abs", Op::absolute},
      {"sign", Op::sign},
      {"floor", Op::floor},
      {"min", Op::minimum, 2, 8},
      {"max", Op::maximum, 2, 8},
      {"sigmoid", Op::sigmoid},
      {"relu", Op::relu},
      {"gauss", Op::gauss},
      {"if", Op::select, 3, 3},
  };

  Constant constants[2] = {{"pi", 3.141592653589793}, {"e", 2.718281828459045}};

  DeferredEnd end;
};

extern const Tables tables;

}  // namespace fall_line::expression
