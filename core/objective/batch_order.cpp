// SPDX-License-Identifier: MIT
#include "objective/batch_order.hpp"

#include <algorithm>
#include <numeric>

#include "numeric/random.hpp"

namespace fall_line {

BatchOrder::BatchOrder(std::uint64_t seed, std::size_t samples, std::size_t batch_size)
    : seed_(seed), batch_size_(std::min(batch_size, samples)), order_(samples) {
  start_epoch(0);
}

std::span<const std::uint32_t> BatchOrder::next() {
  if (position_ == order_.size()) start_epoch(epoch_ + 1);
  const std::size_t size = std::min(batch_size_, order_.size() - position_);
  const auto batch = std::span<const std::uint32_t>(order_).subspan(position_, size);
  position_ += size;
  return batch;
}

void BatchOrder::seek(std::uint64_t drawn) {
  start_epoch(drawn / order_.size());
  position_ = drawn % order_.size();
  // Between two epochs the position is the end of the old permutation, as next() leaves it.
  if (position_ == 0 && epoch_ > 0) {
    start_epoch(epoch_ - 1);
    position_ = order_.size();
  }
}

void BatchOrder::start_epoch(std::uint64_t epoch) {
  epoch_ = epoch;
  position_ = 0;
  std::iota(order_.begin(), order_.end(), 0U);
  if (batch_size_ == order_.size()) return;
  Stream stream("shuffle", seed_, epoch);
  stream.shuffle(order_);
}

}  // namespace fall_line
