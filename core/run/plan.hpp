// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/initializer.hpp"
#include "network/loss.hpp"
#include "optimizer/optimizer.hpp"
#include "optimizer/wrapper.hpp"
#include "run/options.hpp"
#include "schedule/schedule.hpp"
#include "surface/surface.hpp"

namespace fall_line {

/// A chosen component and the values of its settings, in row order.
template <class Entry>
struct Chosen {
  const Entry* entry = nullptr;
  Values values = {};
};

/// Settings that passed every check: all that a Run is built from.
struct Plan {
  Chosen<SurfaceEntry> surface;  ///< No entry where a network is trained.
  SurfaceOptions descent;

  Chosen<DatasetEntry> dataset;             ///< No entry where the data are the user's own.
  std::shared_ptr<const Samples> own_data;  ///< Null where they are generated.
  int dataset_seed = 1;
  bool standardize = false;
  ProblemOptions problem;
  std::vector<std::size_t> hidden{default_hidden.begin(), default_hidden.end()};
  const ActivationEntry* activation = nullptr;
  const LossEntry* loss = nullptr;
  const InitializerEntry* initializer = nullptr;
  PenaltyOptions penalty;
  Chosen<OptimizerEntry> optimizer;
  std::vector<Chosen<WrapperEntry>> wrappers;  ///< The first is innermost.
  RacerOptions racer;
  Chosen<ScheduleEntry> schedule;
  ScheduleOptions pace;
  RunOptions run;
};

}  // namespace fall_line
