// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/initializer.hpp"
#include "network/layout.hpp"
#include "network/loss.hpp"
#include "run/chosen.hpp"
#include "run/options.hpp"
#include "run/problems/problem_plan.hpp"

namespace fall_line {

/// A network on a data set, generated or the user's own.
class NetworkPlan final : public ProblemPlan {
 public:
  NetworkPlan(Reader& reader, std::shared_ptr<const Samples> own_data);

  std::string lacks(const OptimizerEntry& rule) const override;
  ProblemSize size() const override;
  int batch_size() const override { return options.batch_size; }
  MemoryNeed memory() const override;
  std::unique_ptr<TrainingProblem> make(const RacerDraws& draws) const override;
  void hash(Hash& hash) const override;

  Chosen<DatasetEntry> dataset;             ///< No entry where the data are the user's own.
  std::shared_ptr<const Samples> own_data;  ///< Null where they are generated.
  int dataset_seed = 1;
  bool standardize = false;
  ProblemOptions options;
  std::vector<std::size_t> hidden{default_hidden.begin(), default_hidden.end()};
  const ActivationEntry* activation = nullptr;
  const LossEntry* loss = nullptr;
  const InitializerEntry* initializer = nullptr;
  PenaltyOptions penalty;

 private:
  /// What is known of the data before they are drawn.
  struct Data {
    Task task;
    double samples;
    int inputs, outputs, classes;
  };

  Task read_data(Reader& reader, std::shared_ptr<const Samples> own_data);
  void read_network(Reader& reader, Task task);
  Data data() const;
  NetworkShape shape() const;
  /// Why the problem is not a sum of squares. Empty: it is one.
  std::string why_no_squares() const;
  /// Why the layers' factors cannot be computed and solved with. Empty: they can.
  std::string why_no_factors() const;
};

/// The generated data set chosen below the prefix.
Chosen<DatasetEntry> read_dataset(Reader& reader, const std::string& prefix);

/// What its samples take, in double, as they are drawn.
MemoryNeed memory_need(const Chosen<DatasetEntry>& dataset);

/// The least that a run on own data of this shape needs: known before the data are copied.
MemoryNeed own_data_need(double samples, double inputs, double outputs);

/// Its samples, drawn from the `data` stream of the seed.
Samples draw(const Chosen<DatasetEntry>& dataset, int seed);

}  // namespace fall_line
