// SPDX-License-Identifier: MIT
#include "run/reader.hpp"

#include <algorithm>
#include <limits>

#include "catalog/text.hpp"
#include "numeric/real.hpp"

namespace fall_line {
namespace {

/// Formats a value the way its author wrote it.
struct Quote {
  static constexpr std::size_t longest_quoted = 20;

  std::string operator()(double x) const { return text(x); }
  std::string operator()(bool b) const { return b ? "true" : "false"; }
  std::string operator()(const std::string& s) const { return quoted(s); }
  std::string operator()(const Unsupported& u) const { return u.text; }
  std::string operator()(NoSettings) const { return "an object"; }
  std::string operator()(const std::vector<double>& list) const {
    if (list.size() > longest_quoted) return "a list of " + text(list.size());
    std::string all = "[";
    for (std::size_t i = 0; i < list.size(); ++i) all += (i == 0 ? "" : ", ") + text(list[i]);
    return all + "]";
  }
};

bool whole(double x) {
  return x >= -1e15 && x <= 1e15 && x == static_cast<double>(static_cast<long long>(x));
}

std::string_view parent(std::string_view path) { return path.substr(0, path.rfind('.') + 1); }

/// Whether `inner` lies somewhere below the path.
bool is_above(std::string_view path, std::string_view inner) {
  return inner.size() > path.size() && inner.starts_with(path) && inner[path.size()] == '.';
}

}  // namespace

std::string narrow_rule(const Hyperparameter& row, double value) {
  using Limits = std::numeric_limits<Real>;
  if constexpr (sizeof(Real) == sizeof(double)) return "";
  if (row.kind != Kind::number) return "";
  if (value > Limits::max() || value < -Limits::max())
    return "must be at most " + text(Limits::max()) + " in size in 32-bit arithmetic; " +
           "choose a smaller value or float64";
  if (value != 0 && static_cast<Real>(value) == 0 && !row.domain.contains(0))
    return domain_rule(row) + ", and 32-bit arithmetic rounds this value to 0; " +
           "choose a larger value or float64";
  return "";
}

std::string domain_rule(const Hyperparameter& row) {
  const Domain& d = row.domain;
  std::string rule = row.kind == Kind::integer ? "must be an integer" : "must be";
  const bool integer = row.kind == Kind::integer;
  if (d.min > -infinity && d.max < infinity && !d.min_open && !d.max_open) {
    rule += (integer ? " from " : " between ") + text(d.min) + (integer ? " to " : " and ") +
            text(d.max);
  } else if (d.min > -infinity || d.max < infinity) {
    if (d.min > -infinity) rule += (d.min_open ? " > " : " >= ") + text(d.min);
    if (d.min > -infinity && d.max < infinity) rule += " and";
    if (d.max < infinity) rule += (d.max_open ? " < " : " <= ") + text(d.max);
  } else if (!integer) {
    rule += " a finite number";
  }
  for (const Word& word : row.words) rule += " or " + quoted(word.id);
  return rule;
}

const SettingValue* Reader::take(std::string_view path) {
  if (std::find(offered_.begin(), offered_.end(), path) == offered_.end())
    offered_.emplace_back(path);
  const SettingValue* value = nullptr;
  // A path given twice is taken twice; the last one counts, as in JavaScript.
  for (std::size_t i = 0; i < settings_.size(); ++i)
    if (settings_[i].path == path) {
      taken_[i] = true;
      value = &settings_[i].value;
    }
  return value;
}

void Reader::take_all(std::string_view prefix) {
  for (std::size_t i = 0; i < settings_.size(); ++i)
    if (settings_[i].path.starts_with(prefix)) taken_[i] = true;
}

bool Reader::has(std::string_view prefix) const {
  return std::any_of(settings_.begin(), settings_.end(), [&](const Setting& s) {
    return s.path.starts_with(prefix) || s.path + "." == prefix;
  });
}

std::optional<double> Reader::number(const std::string& path, const Hyperparameter& row) {
  const SettingValue* value = take(path);
  if (value == nullptr) return {};
  if (row.kind == Kind::toggle) {
    if (const auto* b = std::get_if<bool>(value)) return *b ? 1 : 0;
    refuse(path, {Refusal::wrong_type, "must be true or false"}, *value);
    return {};
  }
  if (const auto* s = std::get_if<std::string>(value)) {
    for (const Word& word : row.words)
      if (word.id == *s) return word.value;
    for (std::size_t i = 0; i < row.choices.size(); ++i)
      if (row.choices[i].id == *s) return static_cast<double>(i);
  }
  if (row.kind == Kind::choice) {
    std::string rule = "must be one of ";
    for (const Choice& c : row.choices)
      rule += (c.id == row.choices[0].id ? "" : ", ") + std::string(c.id);
    refuse(path, {Refusal::unknown_id, std::move(rule)}, *value);
    return {};
  }
  const auto* x = std::get_if<double>(value);
  if (x == nullptr || !row.domain.contains(*x) || (row.kind == Kind::integer && !whole(*x))) {
    refuse(path, {x == nullptr ? Refusal::wrong_type : Refusal::out_of_domain, domain_rule(row)},
           *value);
    return {};
  }
  // Data, surfaces and schedules compute in double.
  const bool narrow = path.starts_with("optimizer.") || path.starts_with("problem.network.");
  if (std::string rule = narrow ? narrow_rule(row, *x) : ""; !rule.empty()) {
    refuse(path, {Refusal::too_narrow, std::move(rule)}, *value);
    return {};
  }
  return *x;
}

std::optional<bool> Reader::boolean(const std::string& path) {
  const SettingValue* value = take(path);
  if (value == nullptr) return {};
  if (const auto* b = std::get_if<bool>(value)) return *b;
  refuse(path, {Refusal::wrong_type, "must be true or false"}, *value);
  return {};
}

std::optional<std::vector<double>> Reader::list(const std::string& path,
                                                const Hyperparameter& member) {
  const SettingValue* value = take(path);
  if (value == nullptr) return {};
  const auto* list = std::get_if<std::vector<double>>(value);
  if (list == nullptr || list->size() > longest_list) {
    refuse(path,
           {list == nullptr ? Refusal::wrong_type : Refusal::wrong_shape,
            "must be a list of at most " + text(longest_list) +
                (member.kind == Kind::integer ? " integers" : " numbers")},
           *value);
    return {};
  }
  bool good = true;
  for (std::size_t i = 0; i < list->size(); ++i)
    if (const double x = (*list)[i];
        !member.domain.contains(x) || (member.kind == Kind::integer && !whole(x))) {
      refuse(path + "[" + std::to_string(i) + "]", {Refusal::out_of_domain, domain_rule(member)},
             SettingValue(x));
      good = false;
    }
  if (!good) return {};
  return *list;
}

Values Reader::component(const std::string& prefix, std::span<const Hyperparameter> rows) {
  Values values = defaults_of(rows);
  change(prefix, rows, values);
  return values;
}

void Reader::change(const std::string& prefix, std::span<const Hyperparameter> rows,
                    Values& values) {
  const Hyperparameter* text_row = nullptr;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind == Kind::text) {
      text_row = &rows[i];
    } else if (const auto value = number(prefix + std::string(rows[i].id), rows[i])) {
      values[i] = *value;
    }
  }
  if (text_row != nullptr)
    read_text(prefix + std::string(text_row->id), *text_row->text, rows.size(), values);
}

// Not inlined: few components have a text.
[[gnu::noinline]] void Reader::read_text(const std::string& path, const TextForm& form,
                                         std::size_t rows, Values& values) {
  const SettingValue* value = take(path);
  if (value == nullptr) return;
  const auto* given = std::get_if<std::string>(value);
  if (given == nullptr) return refuse(path, {Refusal::wrong_type, "must be a text"}, *value);
  std::string rule = write_text(form, *given, rows, values);
  if (!rule.empty()) refuse(path, {Refusal::out_of_domain, std::move(rule)}, *value);
}

bool Reader::has_id(std::span<const Hyperparameter> rows, std::string_view id) {
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

void Reader::refuse(const std::string& path, Demand demand, const SettingValue& value) {
  refuse_text(path, std::move(demand), std::visit(Quote{}, value));
}

void Reader::refuse_text(const std::string& path, Demand demand, std::string value) {
  problems_.push_back(
      {demand.kind, path, std::move(demand.rule), std::move(value), std::move(demand.reason)});
}

/// What nobody asked for: a name that is not known there, or a value in the place of an object.
void Reader::refuse_unknown(const Setting& setting) {
  const std::string& path = setting.path;
  std::string known;
  bool group = false;
  for (const std::string& offer : offered_) {
    const std::string_view above = parent(offer);
    if (above == parent(path)) known += (known.empty() ? "" : ", ") + offer.substr(above.size());
    group = group || is_above(path, offer);
  }
  if (group) {
    if (!std::holds_alternative<NoSettings>(setting.value))
      refuse(path, {Refusal::wrong_type, "must be an object of settings"}, setting.value);
    return;
  }
  refuse(path,
         {Refusal::unknown_setting,
          known.empty() ? "is not a setting" : "is not a setting; known here: " + known},
         setting.value);
}

std::vector<Problem> Reader::finish() {
  for (std::size_t i = 0; i < settings_.size(); ++i)
    if (!taken_[i]) refuse_unknown(settings_[i]);
  return std::move(problems_);
}

}  // namespace fall_line
