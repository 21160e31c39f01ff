// SPDX-License-Identifier: MIT
#include "network/initializer.hpp"

#include <array>

namespace fall_line {
namespace initializer_entries {
#define ENTRY(name) extern const InitializerEntry name;
#include "network/initializers.def"
#undef ENTRY
}  // namespace initializer_entries

std::span<const InitializerEntry* const> initializers() {
#define ENTRY(name) &initializer_entries::name,
  static constexpr std::array all{
#include "network/initializers.def"
  };
#undef ENTRY
  return all;
}

void fill_uniform(std::span<Real> weights, double limit, Stream& stream) {
  for (Real& w : weights) w = static_cast<Real>(stream.uniform(-limit, limit));
}

void fill_normal(std::span<Real> weights, double deviation, Stream& stream) {
  for (Real& w : weights) w = static_cast<Real>(deviation * stream.normal());
}

}  // namespace fall_line
