// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "run/fields.hpp"

namespace fall_line {

template <class T>
concept Plain = std::is_trivially_copyable_v<T>;

/// A sequence of values as bytes: plain ones, lists of them, and the stored fields of structs.
/// After a read past the end, every read fails and gives zeros.
class Writer {
 public:
  template <Plain T>
  void operator()(const T& value) {
    const std::size_t end = bytes_.size();
    bytes_.resize(end + sizeof(T));
    std::memcpy(bytes_.data() + end, &value, sizeof(T));
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    (*this)(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) (*this)(value);
  }
  void operator()(const std::string& text) { (*this)(std::vector(text.begin(), text.end())); }
  template <class T>
  void operator()(const std::optional<T>& value) requires(!Plain<T>) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  template <Fielded T>
  void operator()(const T& value) requires(!Plain<T>) {
    each_field<T>([&]<class Member>(const Field<Member>& field) {
      if constexpr (Field<Member>::stored) (*this)(value.*field.member);
    });
  }

  std::span<const std::uint8_t> bytes() const { return bytes_; }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  template <Plain T>
  void operator()(T& value) {
    if (bytes_.size() < sizeof(T)) {
      good_ = false;
      value = T{};
      return;
    }
    std::memcpy(&value, bytes_.data(), sizeof(T));
    bytes_ = bytes_.subspan(sizeof(T));
  }
  /// Only 0 and 1 are values of a bool. To load another one is undefined.
  void operator()(bool& value) {
    std::uint8_t byte = 0;
    (*this)(byte);
    good_ = good_ && byte <= 1;
    value = byte == 1;
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
  void operator()(std::string& text) {
    std::vector<char> letters;
    (*this)(letters);
    text.assign(letters.begin(), letters.end());
  }
  template <class T>
  void operator()(std::optional<T>& value) requires(!Plain<T>) {
    bool present = false;
    T loaded{};
    (*this)(present);
    if (present) (*this)(loaded);
    value = present ? std::optional<T>(std::move(loaded)) : std::nullopt;
  }
  template <Fielded T>
  void operator()(T& value) requires(!Plain<T>) {
    each_field<T>([&]<class Member>(const Field<Member>& field) {
      if constexpr (Field<Member>::stored) (*this)(value.*field.member);
    });
  }

  /// True if no read failed and all bytes were read.
  bool complete() const { return good_ && bytes_.empty(); }
  bool good() const { return good_; }

 private:
  std::span<const std::uint8_t> bytes_;
  bool good_ = true;
};

}  // namespace fall_line
