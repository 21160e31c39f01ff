// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "numeric/real.hpp"
#include "run/instruments/instrument.hpp"

namespace fall_line {

/// The values of one instrument, as many rows as the curve has records.
struct Readings {
  const InstrumentEntry* instrument;
  std::size_t columns;
  std::vector<double> values = {};  ///< [record][layer][series]
};

/// What a run keeps for the instruments that watch it. A run without instruments has none, and its
/// loop over steps holds none of this code.
class Probe {
 public:
  Probe(std::span<const InstrumentEntry* const> instruments, std::size_t layers);
  [[gnu::noinline]] ~Probe();
  Probe(const Probe&) = delete;
  Probe& operator=(const Probe&) = delete;

  /// Takes over what another probe has of the same instruments.
  void inherit(Probe& other);
  /// Drops all readings and the trail.
  [[gnu::noinline]] void clear();
  /// Adds rows without values up to this number.
  void fill(std::size_t rows);

  /// Ahead of an update of w. Neither this nor what follows takes a span, since in WebAssembly the
  /// caller would make room for it in memory, in every step of every run.
  [[gnu::noinline]] void begin_step(const Vector& w);
  /// The gradient that it starts from.
  [[gnu::noinline]] void see_gradient(const Real* g, std::size_t size);
  /// Writes the row of the last of so many records, where it is still missing.
  void record(Observation seen, std::size_t rows);
  Trail trail() const;

  const std::vector<Readings>& readings() const { return readings_; }

 private:
  std::vector<Readings> readings_;
  bool follows_;
  std::size_t steps_ = 0;  ///< Followed since the trail began.
  Vector before_, earlier_, gradient_;
};

}  // namespace fall_line
