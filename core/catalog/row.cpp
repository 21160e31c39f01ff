// SPDX-License-Identifier: MIT
#include "catalog/row.hpp"

namespace fall_line {

// Not inlined, since only components with a text need it, and most runs have none.
[[gnu::noinline]] std::string write_text(const TextForm& form, std::string_view text,
                                         std::size_t rows, Values& values) {
  const TextForm::Reading reading = form.read(text, std::span(values).first(rows));
  if (!reading.rule.empty()) return reading.rule;
  values.resize(rows);
  values.insert(values.end(), reading.numbers.begin(), reading.numbers.end());
  return {};
}

Values defaults_of(std::span<const Hyperparameter> hyperparameters) {
  Values values;
  const TextForm* text = nullptr;
  for (const Hyperparameter& p : hyperparameters) {
    values.push_back(p.default_value);
    if (p.text != nullptr) text = p.text;
  }
  if (text != nullptr && !text->default_text.empty())
    write_text(*text, text->default_text, hyperparameters.size(), values);
  return values;
}

}  // namespace fall_line
