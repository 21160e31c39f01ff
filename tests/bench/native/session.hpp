// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "run/run.hpp"

namespace fall_line::bench {

/// The engine in a separate process. contenders/native.js sends it commands through a pipe.
class Session {
 public:
  /// Runs a command, whose arguments it reads from `in`. Returns one line or an empty string. On an
  /// error the line starts with "refused".
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
