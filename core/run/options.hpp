// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "catalog/hyperparameter.hpp"

/// The settings that do not belong to a component. option_rows.hpp declares them.
namespace fall_line {

/// What the words "full" and "race" of a batch size stand for.
inline constexpr int full_batch = 0, race_batch = -1;

struct ProblemOptions {
  double test_fraction = 0.5;
  bool stratify = true;
  int batch_size = 10;
};

inline constexpr std::array<int, 2> default_hidden{8, 8};

/// What stands between the hidden layers besides the activation. As plain as it can be, all values
/// are 0, and there is no text.
struct StageOptions {
  EncodedText activations =
      {};  ///< Of the first hidden layers: the place among all, from 1, as 0 is plain.
  int normalization = 0;  ///< As Normalization counts.
  double dropout = 0;
};

struct PenaltyOptions {
  double l1 = 0, l2 = 0;
};

/// How training sees classes. As plain as it can be, all values are 0.
struct ClassOptions {
  double label_smoothing = 0;
  bool balance = false;
};

struct SurfaceOptions {
  double start_x = 0, start_y = 0;  ///< The surface's own starting point unless one is given.
  double gradient_noise = 0;
};

struct RacerOptions {
  int batch_size = race_batch;
  double clip_norm = 0;
};

/// What every schedule accepts besides its own settings.
struct ScheduleOptions {
  double warmup_steps = 0;
};

struct RunOptions {
  int seed = 1;
};

}  // namespace fall_line
