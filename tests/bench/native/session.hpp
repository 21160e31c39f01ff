// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "run/run.hpp"

namespace fall_line::bench {

/// The engine at the other end of a pipe, driven by contenders/native.js.
class Session {
 public:
  /// Carries out a command, reading its arguments. The answer is one line, or empty; it starts with
  /// "refused" when something is wrong.
  std::string answer(std::string_view command, std::istream& in);

 private:
  std::string set(std::string_view kind, std::istream& in);
  std::string read_data(std::istream& in);
  std::string make_run();
  std::string step(std::uint64_t n);
  std::string peak(int rounds) const;

  Settings settings_;
  std::shared_ptr<Samples> data_;
  std::unique_ptr<Run> run_;
};

}  // namespace fall_line::bench
