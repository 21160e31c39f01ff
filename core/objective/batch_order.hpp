// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fall_line {

/// The order of the training samples: one permutation per epoch, cut into mini-batches. The last
/// batch of an epoch may be smaller. The permutation depends on the seed and the epoch alone, so
/// all racers share it regardless of batch size, and any position can be restored. A full batch
/// keeps the samples in their original order.
class BatchOrder {
 public:
  BatchOrder(std::uint64_t seed, std::size_t samples, std::size_t batch_size);

  /// The next mini-batch, indices into the training split. Valid until the next call.
  std::span<const std::uint32_t> next();

  /// Samples drawn so far.
  std::uint64_t drawn() const { return epoch_ * order_.size() + position_; }
  /// Continues as if `drawn` samples had been drawn.
  void seek(std::uint64_t drawn);

 private:
  void start_epoch(std::uint64_t epoch);

  std::uint64_t seed_, epoch_ = 0;
  std::size_t batch_size_, position_ = 0;
  std::vector<std::uint32_t> order_;
};

}  // namespace fall_line
