// SPDX-License-Identifier: MIT
#pragma once

#include "data/generators/class_data.hpp"

namespace fall_line {

/// Handwritten-looking digits, drawn from the strokes of each with a random affine map, a smooth
/// elastic deformation (after Simard, Steinkraus & Platt 2003), and a random pen width.
struct Digits {
  int samples = 1000;
  double noise = 0.05;
  double imbalance = 0;
  int seed = 1;
  double deformation = 1;

  static constexpr int class_count() { return 10; }

  /// `size` x `size` pixels between 0 (paper) and 1 (ink) before noise, row by row from the top.
  Samples draw(int size, Stream& stream) const;
};

template <class T>
constexpr std::array<Row<T>, 5> digit_rows() {
  return {samples_row<T>(),
          noise_row<T>("The standard deviation of the random error added to each pixel, where "
                       "paper is 0 and ink is 1. More noise makes the digits harder to recognize."),
          imbalance_row<T>(), seed_row<T>(),
          row<T>(&T::deformation,
                 {.id = "deformation",
                  .name = "Deformation",
                  .domain = within(0, 10),
                  .slider = linear(0, 2),
                  .doc = "How strongly the digits lean, stretch and bend. Higher values make them "
                         "harder to recognize, and 0 draws all digits of a class alike."})};
}

}  // namespace fall_line
