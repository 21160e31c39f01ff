// SPDX-License-Identifier: MIT
#include <array>

#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace instrument_entries {
#define ENTRY(name) extern const InstrumentDocs name##_docs;
#include "run/instruments/instruments.def"
#undef ENTRY
}  // namespace instrument_entries

const InstrumentDocs& docs_of(const InstrumentEntry& entry) {
#define ENTRY(name) &instrument_entries::name##_docs,
  static constexpr std::array all{
#include "run/instruments/instruments.def"
  };
#undef ENTRY
  return docs_at<InstrumentEntry, InstrumentDocs>(entry, instruments(), all);
}

}  // namespace fall_line
