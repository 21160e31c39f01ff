// SPDX-License-Identifier: MIT
#pragma once

#include <cctype>
#include <string_view>

namespace fall_line {

/// Parses one JSON value (RFC 8259) without white space, as the core writes it.
class JsonWalk {
 public:
  explicit JsonWalk(std::string_view text) : rest_(text) {}

  bool value() {
    if (rest_.empty()) return false;
    if (rest_[0] == '{') return list('{', '}', [this] { return string() && take(":") && value(); });
    if (rest_[0] == '[') return list('[', ']', [this] { return value(); });
    if (rest_[0] == '"') return string();
    return take("true") || take("false") || take("null") || number();
  }
  bool done() const { return rest_.empty(); }

 private:
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  template <class Item>
  bool list(char open, char close, Item item) {
    take({&open, 1});
    if (take({&close, 1})) return true;
    do {
      if (!item()) return false;
    } while (take(","));
    return take({&close, 1});
  }

  bool string() {
    if (!take("\"")) return false;
    while (!rest_.empty() && rest_[0] != '"') {
      if (static_cast<unsigned char>(rest_[0]) < 0x20) return false;
      const bool escape = rest_[0] == '\\';
      rest_.remove_prefix(1);
      if (!escape) continue;
      if (take("u")) {
        for (int i = 0; i < 4; ++i) {
          if (rest_.empty() || std::isxdigit(static_cast<unsigned char>(rest_[0])) == 0)
            return false;
          rest_.remove_prefix(1);
        }
      } else if (!rest_.empty() && std::string_view(R"("\/bfnrt)").find(rest_[0]) != rest_.npos) {
        rest_.remove_prefix(1);
      } else {
        return false;
      }
    }
    return take("\"");
  }

  bool digits() {
    std::size_t n = 0;
    while (n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
    rest_.remove_prefix(n);
    return n > 0;
  }

  bool number() {
    take("-");
    if (!take("0") && !digits()) return false;
    if (take(".") && !digits()) return false;
    if (!take("e") && !take("E")) return true;
    if (!take("+")) take("-");
    return digits();
  }

  std::string_view rest_;
};

inline bool is_json(std::string_view text) {
  JsonWalk walk(text);
  return walk.value() && walk.done();
}

}  // namespace fall_line
