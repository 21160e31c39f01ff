// SPDX-License-Identifier: MIT
#include "run/probe.hpp"

#include <algorithm>

namespace fall_line {
Probe::Probe(std::span<const InstrumentEntry* const> instruments, std::size_t layers)
    : follows_(std::any_of(instruments.begin(), instruments.end(),
                           [](const auto* entry) { return entry->follows_steps; })) {
  for (const InstrumentEntry* entry : instruments)
    readings_.push_back({.instrument = entry, .columns = entry->columns(layers)});
}

Probe::~Probe() = default;

void Probe::inherit(Probe& other) {
  for (Readings& mine : readings_)
    for (Readings& known : other.readings_)
      if (mine.instrument == known.instrument) mine.values = std::move(known.values);
  if (!follows_ || !other.follows_) return;
  steps_ = other.steps_;
  before_ = std::move(other.before_);
  earlier_ = std::move(other.earlier_);
  gradient_ = std::move(other.gradient_);
}

void Probe::clear() {
  for (Readings& each : readings_) each.values.clear();
  steps_ = 0;
  gradient_.clear();
}

void Probe::fill(std::size_t rows) {
  for (Readings& each : readings_)
    if (each.values.size() < rows * each.columns)
      each.values.resize(rows * each.columns, Report::none);
}

void Probe::begin_step(const Vector& w) {
  if (!follows_) return;
  before_.swap(earlier_);
  before_.assign(w.begin(), w.end());
  gradient_.clear();
  steps_ += 1;
}

void Probe::see_gradient(const Real* g, std::size_t size) {
  if (follows_) gradient_.assign(g, g + size);
}

Trail Probe::trail() const {
  Trail trail{};
  if (steps_ > 0) trail.before = before_;
  if (steps_ > 1) trail.earlier = earlier_;
  trail.gradient = gradient_;
  return trail;
}

void Probe::record(Observation seen, std::size_t rows) {
  seen.trail = trail();
  for (Readings& each : readings_) {
    const std::size_t known = each.values.size();
    if (known == rows * each.columns) continue;
    each.values.resize(known + each.columns, Report::none);
    each.instrument->measure(seen, std::span(each.values).subspan(known));
  }
}

}  // namespace fall_line
