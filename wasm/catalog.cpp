// SPDX-License-Identifier: MIT
#include <cstdio>
#include <string>

#include "run/catalog_json.hpp"

/// Prints the catalog as JSON. It runs once, when the engine is built.
int main() {
  const std::string json = fall_line::catalog_json();
  return std::fwrite(json.data(), 1, json.size(), stdout) == json.size() ? 0 : 1;
}
