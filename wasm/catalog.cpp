// SPDX-License-Identifier: MIT
#include <cstdio>
#include <string>
#include <string_view>

#include "run/catalog_json.hpp"
#include "run/code_json.hpp"

/// Prints the catalog as JSON, or with the argument "code" its components in Python. It runs only
/// when the engine is built.
int main(int count, char** arguments) {
  const bool code = count > 1 && std::string_view(arguments[1]) == "code";
  const std::string json = code ? fall_line::code_json() : fall_line::catalog_json();
  return std::fwrite(json.data(), 1, json.size(), stdout) == json.size() ? 0 : 1;
}
