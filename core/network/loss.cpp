// SPDX-License-Identifier: MIT
#include "network/loss.hpp"

#include <array>

#include "network/losses/entries.hpp"

namespace fall_line {

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
