// SPDX-License-Identifier: MIT
#include "run/instruments/instrument.hpp"

#include <array>

namespace fall_line {
namespace instrument_entries {
#define ENTRY(name) extern const InstrumentEntry name;
#include "run/instruments/instruments.def"
#undef ENTRY
}  // namespace instrument_entries

std::span<const InstrumentEntry* const> instruments() {
#define ENTRY(name) &instrument_entries::name,
  static constexpr std::array all{
#include "run/instruments/instruments.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
