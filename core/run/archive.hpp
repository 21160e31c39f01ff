// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace fall_line {

/// A sequence of plain values as bytes. After a read past the end, every read fails and gives
/// zeros.
class Writer {
 public:
  template <class T>
  void operator()(const T& value) requires std::is_trivially_copyable_v<T> {
    const std::size_t end = bytes_.size();
    bytes_.resize(end + sizeof(T));
    std::memcpy(bytes_.data() + end, &value, sizeof(T));
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    (*this)(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) (*this)(value);
  }

  std::span<const std::uint8_t> bytes() const { return bytes_; }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  template <class T>
  void operator()(T& value) requires std::is_trivially_copyable_v<T> {
    if (bytes_.size() < sizeof(T)) {
      good_ = false;
      value = T{};
      return;
    }
    std::memcpy(&value, bytes_.data(), sizeof(T));
    bytes_ = bytes_.subspan(sizeof(T));
  }
  template <class T>
  void operator()(std::vector<T>& values) {
    std::uint64_t size = 0;
    (*this)(size);
    if (size > bytes_.size() / sizeof(T)) {
      good_ = false;
      return;
    }
    values.resize(size);
    for (T& value : values) (*this)(value);
  }

  /// True if no read failed and all bytes were read.
  bool complete() const { return good_ && bytes_.empty(); }
  bool good() const { return good_; }

 private:
  std::span<const std::uint8_t> bytes_;
  bool good_ = true;
};

}  // namespace fall_line
