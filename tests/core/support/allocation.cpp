// SPDX-License-Identifier: MIT
#include "support/allocation.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace fall_line {

std::size_t Allocation::now = 0, Allocation::peak = 0, Allocation::count = 0;

namespace {

/// The size of each block is stored in front of it, in a header that keeps the alignment.
constexpr std::size_t header = alignof(std::max_align_t);

void* allocate(std::size_t size) {
  void* block = std::malloc(header + size);
  if (block == nullptr) std::abort();
  *static_cast<std::size_t*>(block) = size;
  Allocation::now += size;
  Allocation::count += 1;
  Allocation::peak = std::max(Allocation::peak, Allocation::now);
  return static_cast<char*>(block) + header;
}

void release(void* memory) {
  if (memory == nullptr) return;
  void* block = static_cast<char*>(memory) - header;
  Allocation::now -= *static_cast<std::size_t*>(block);
  std::free(block);
}

}  // namespace
}  // namespace fall_line

void* operator new(std::size_t size) { return fall_line::allocate(size); }
void* operator new[](std::size_t size) { return fall_line::allocate(size); }
void operator delete(void* memory) noexcept { fall_line::release(memory); }
void operator delete[](void* memory) noexcept { fall_line::release(memory); }
void operator delete(void* memory, std::size_t) noexcept { fall_line::release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { fall_line::release(memory); }
