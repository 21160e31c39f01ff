// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "expression/lexer.hpp"
#include "expression/names.hpp"
#include "expression/tables.hpp"
#include "expression/texts.hpp"
#include "expression/writer.hpp"

/// Recursive descent, one function for each level of precedence; .github/FORMULAS.md has the
/// grammar. Every rule writes its instructions and gives the register of its value. After the
/// first fault there are only ends, so that all rules return soon.
namespace fall_line::expression {
namespace {

/// A value in a register, and the column where it begins in the source.
struct Value {
  std::uint16_t at = 0;
  Type type = Type::number;
  std::size_t column = 1;
};

struct Named {
  std::string_view name;
  Value value;
};

class Parser {
 public:
  Parser(std::string_view source, std::span<const std::string_view> variables)
      : lexer_(source), variables_(variables) {
    advance();
  }

  Compiled run(Wanted wanted) {
    const Value value = statements();
    if (wanted == Wanted::number && value.type == Type::condition)
      fail(value.column, std::string(tables.must_be_number));
    if (wanted == Wanted::condition && value.type == Type::number)
      fail(value.column, std::string(tables.must_be_condition));
    if (writer_.full()) fail(1, with(tables.too_many, std::to_string(most_instructions)));
    if (fault_) return {.fault = fault_};
    return {.type = value.type, .numbers = writer_.finish(value.at)};
  }

 private:
  void fail(std::size_t column, std::string what) {
    if (!fault_) fault_ = {column, std::move(what)};
    token_ = {.column = token_.column};
    ended_ = true;
  }
  void fail_expected(std::string_view what) {
    const std::string found = token_.kind == Kind::end || token_.text == "\n"
                                  ? std::string(tables.the_end)
                                  : said("$", token_.text);
    fail(token_.column, with(tables.expected, what, found));
  }

  void advance() {
    if (ended_) return;
    token_ = lexer_.next();
    if (lexer_.fault()) fail(lexer_.fault().column, lexer_.fault().what);
  }
  bool is(Kind kind) const { return token_.kind == kind; }
  bool is_word(std::string_view word) const { return is(Kind::name) && token_.text == word; }
  /// Takes the token if it is of this kind.
  bool accept(Kind kind) {
    if (!is(kind)) return false;
    advance();
    return true;
  }

  std::uint16_t write(Op op, std::uint16_t a, std::uint16_t b = 0, std::uint16_t c = 0) {
    return writer_.write({op, a, b, c});
  }

  /// Demands a number of an operand.
  const Value& number(const Value& value, std::string_view whose) {
    if (value.type != Type::number) fail(value.column, said(tables.needs_numbers, whose));
    return value;
  }
  const Value& condition(const Value& value, std::string_view whose) {
    if (value.type != Type::condition) fail(value.column, said(tables.needs_conditions, whose));
    return value;
  }
  Value binary(Op op, const Value& a, const Value& b, std::string_view sign) {
    number(a, sign);
    number(b, sign);
    return {write(op, a.at, b.at), Type::number, a.column};
  }

  /// The value of the last statement.
  Value statements() {
    Value value;
    while (accept(Kind::separator)) continue;
    do {
      value = statement();
      if (!is(Kind::end) && !is(Kind::separator)) fail_expected(tables.an_operator);
      while (accept(Kind::separator)) continue;
    } while (!is(Kind::end));
    return value;
  }

  /// name = value, or a value.
  Value statement() {
    if (is(Kind::name)) {
      const Token name = token_;
      const Lexer before = lexer_;
      advance();
      if (is(Kind::assign)) {
        if (value_of(name.text) || function_of(name.text) != nullptr ||
            expression::is_word(name.text))
          fail(name.column, said(tables.once, name.text));
        advance();
        const Value value = disjunction();
        named_.push_back({name.text, value});
        return value;
      }
      if (!ended_) {
        lexer_ = before;
        token_ = name;
      }
    }
    const Value value = disjunction();
    if (is(Kind::assign)) fail(token_.column, std::string(tables.compare));
    return value;
  }

  Value disjunction() {
    Value a = conjunction();
    while (is_word("or")) a = joined(Op::either, a, &Parser::conjunction);
    return a;
  }
  Value conjunction() {
    Value a = negation();
    while (is_word("and")) a = joined(Op::both, a, &Parser::negation);
    return a;
  }
  Value joined(Op op, const Value& a, Value (Parser::*side)()) {
    const std::string_view word = token_.text;
    condition(a, word);
    advance();
    const Value b = condition((this->*side)(), word);
    return {write(op, a.at, b.at), Type::condition, a.column};
  }

  Value negation() {
    if (!is_word("not")) return comparison();
    const Token word = token_;
    const Deeper deeper(*this);
    advance();
    const Value a = condition(negation(), word.text);
    return {write(Op::negation, a.at), Type::condition, word.column};
  }

  /// 0 < x < 1 means 0 < x and x < 1.
  Value comparison() {
    Value left = sum();
    Value all = left;
    for (bool first = true; is_comparison(); first = false) {
      const Token sign = token_;
      number(left, sign.text);
      advance();
      const Value right = number(sum(), sign.text);
      const Value one{compared(sign.kind, left.at, right.at), Type::condition, left.column};
      all = {first ? one.at : write(Op::both, all.at, one.at), Type::condition, all.column};
      left = right;
    }
    return all;
  }
  bool is_comparison() const {
    return is(Kind::less) || is(Kind::greater) || is(Kind::at_most) || is(Kind::at_least) ||
           is(Kind::equal) || is(Kind::unequal);
  }
  std::uint16_t compared(Kind sign, std::uint16_t a, std::uint16_t b) {
    switch (sign) {
      case Kind::less:
        return write(Op::less, a, b);
      case Kind::greater:
        return write(Op::less, b, a);
      case Kind::at_most:
        return write(Op::less_equal, a, b);
      case Kind::at_least:
        return write(Op::less_equal, b, a);
      case Kind::unequal:
        return write(Op::negation, write(Op::equal, a, b));
      default:
        return write(Op::equal, a, b);
    }
  }

  Value sum() {
    Value a = product();
    while (is(Kind::plus) || is(Kind::minus)) {
      const Token sign = token_;
      advance();
      a = binary(sign.kind == Kind::plus ? Op::add : Op::subtract, a, product(), sign.text);
    }
    return a;
  }

  Value product() {
    Value a = signed_factor();
    while (true) {
      const Token sign = token_;
      if (is(Kind::times) || is(Kind::over)) {
        advance();
        a = binary(sign.kind == Kind::times ? Op::multiply : Op::divide, a, signed_factor(),
                   sign.text);
      } else if (is(Kind::open) || (is(Kind::name) && !expression::is_word(token_.text))) {
        a = binary(Op::multiply, a, power(), "*");
      } else {
        return a;
      }
    }
  }

  Value signed_factor() {
    if (!is(Kind::minus) && !is(Kind::plus)) return power();
    const Token sign = token_;
    const Deeper deeper(*this);
    advance();
    const Value a = number(signed_factor(), sign.text);
    if (sign.kind == Kind::plus) return {a.at, Type::number, sign.column};
    return {writer_.negated(a.at), Type::number, sign.column};
  }

  Value power() {
    const Value base = primary();
    const Token sign = token_;
    Value exponent;
    if (is(Kind::squared) || is(Kind::cubed)) {
      exponent.at = writer_.constant(is(Kind::squared) ? 2 : 3);
      advance();
    } else if (is(Kind::power)) {
      const Deeper deeper(*this);
      advance();
      // To the right: 2^3^2 is 2^(3^2).
      exponent = number(signed_factor(), sign.text);
    } else {
      return base;
    }
    number(base, sign.text);
    return {writer_.power(base.at, exponent.at), Type::number, base.column};
  }

  Value primary() {
    const Token token = token_;
    const Deeper deeper(*this);
    if (accept(Kind::number)) return {writer_.constant(token.number), Type::number, token.column};
    if (accept(Kind::open)) {
      Value inside = disjunction();
      if (is(Kind::assign)) fail(token_.column, std::string(tables.compare));
      if (!accept(Kind::close)) fail_expected(tables.closing);
      inside.column = token.column;
      return inside;
    }
    if (is(Kind::name) && !expression::is_word(token.text)) {
      advance();
      return named(token);
    }
    fail_expected(tables.operand);
    return {};
  }

  const Value* value_of(std::string_view name) {
    for (std::size_t i = 0; i < variables_.size(); ++i)
      if (variables_[i] == name) {
        found_ = {write(Op::variable, static_cast<std::uint16_t>(i))};
        return &found_;
      }
    for (const Constant& one : tables.constants)
      if (one.name == name) {
        found_ = {writer_.constant(one.value)};
        return &found_;
      }
    for (const Named& one : named_)
      if (one.name == name) return &one.value;
    return nullptr;
  }

  Value named(const Token& token) {
    if (const Function* function = function_of(token.text)) {
      if (!is(Kind::open)) fail_expected(said(tables.call, token.text));
      return call(*function, token);
    }
    if (const Value* value = value_of(token.text)) {
      Value here = *value;
      here.column = token.column;
      return here;
    }
    std::vector<std::string_view> values(variables_.begin(), variables_.end());
    for (const Constant& one : tables.constants) values.emplace_back(one.name);
    for (const Named& one : named_) values.push_back(one.name);
    fail(token.column, said(tables.unknown, token.text) + hint(token.text, values));
    return {};
  }

  Value call(const Function& function, const Token& token) {
    constexpr std::size_t room = 8;
    Value given[room];
    std::size_t count = 0;
    advance();
    do {
      const Value value = disjunction();
      if (count < room) given[count] = value;
      ++count;
    } while (accept(Kind::comma));
    if (!accept(Kind::close)) fail_expected(tables.more_arguments);
    if (count < function.fewest || count > function.most) {
      const auto counted = [](std::size_t n) {
        return std::to_string(n) + tables.argument + (n == 1 ? "" : "s");
      };
      const std::string takes =
          function.fewest == function.most
              ? counted(function.most)
              : std::to_string(function.fewest) + tables.arguments_to + counted(function.most);
      fail(token.column, with(said(tables.arguments, token.text), takes, counted(count)));
      return {};
    }
    if (function.op == Op::select) return choice(given, token);
    for (std::size_t i = 0; i < count; ++i) number(given[i], token.text);
    if (count == 1) return {write(function.op, given[0].at), Type::number, token.column};
    std::uint16_t at = given[0].at;
    for (std::size_t i = 1; i < count; ++i) at = write(function.op, at, given[i].at);
    return {at, Type::number, token.column};
  }

  Value choice(const Value* given, const Token& token) {
    condition(given[0], token.text);
    if (given[1].type != given[2].type) fail(given[2].column, std::string(tables.same_kind));
    return {write(Op::select, given[0].at, given[1].at, given[2].at), given[1].type, token.column};
  }

  /// Counts how deep rules are nested, since each level takes room on the stack.
  class Deeper {
   public:
    explicit Deeper(Parser& parser) : parser_(parser) {
      if (++parser.depth_ > deepest)
        parser.fail(parser.token_.column, with(tables.too_deep, std::to_string(deepest)));
    }
    Deeper(const Deeper&) = delete;
    ~Deeper() { --parser_.depth_; }

   private:
    Parser& parser_;
  };

  Lexer lexer_;
  std::span<const std::string_view> variables_;
  Token token_;
  Fault fault_;
  bool ended_ = false;
  int depth_ = 0;
  Writer writer_;
  std::vector<Named> named_;
  Value found_;
};

}  // namespace

Compiled compile(std::string_view source, std::span<const std::string_view> variables,
                 Wanted wanted) {
  if (source.size() > longest_source)
    return {.fault = {1, with(tables.too_long, std::to_string(longest_source))}};
  return Parser(source, variables).run(wanted);
}

}  // namespace fall_line::expression
