// SPDX-License-Identifier: MIT
#include "network/loss.hpp"

#include <array>

namespace fall_line {
namespace loss_entries {
#define ENTRY(name) extern const LossEntry name;
#include "network/losses.def"
#undef ENTRY
}  // namespace loss_entries

std::span<const LossEntry* const> losses() {
#define ENTRY(name) &loss_entries::name,
  static constexpr std::array all{
#include "network/losses.def"
  };
#undef ENTRY
  return all;
}

const LossEntry& default_loss(Task task) {
  return task == Task::classification ? loss_entries::cross_entropy
                                      : loss_entries::mean_squared_error;
}

}  // namespace fall_line
