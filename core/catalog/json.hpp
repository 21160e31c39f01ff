// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "catalog/text.hpp"

namespace fall_line {

/// A JSON object under construction; values come as JSON.
class Object {
 public:
  Object& raw(std::string_view key, std::string_view json) {
    text_ += (text_.empty() ? "" : ",") + quoted(key) + ":" + std::string(json);
    return *this;
  }
  Object& add(std::string_view key, std::string_view value) { return raw(key, quoted(value)); }
  Object& add(std::string_view key, double value) {
    return raw(key, value - value == 0 ? text(value) : "null");
  }
  Object& add(std::string_view key, int value) { return add(key, static_cast<double>(value)); }
  Object& add(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
  // Without this overload, a string literal would convert to bool.
  Object& add(std::string_view key, const char* value) { return add(key, std::string_view(value)); }
  std::string json() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

/// A JSON array of what `to_json` makes of each item.
template <class Range, class ToJson>
std::string array(const Range& items, ToJson to_json) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ",") + to_json(item);
  return "[" + all + "]";
}

}  // namespace fall_line
