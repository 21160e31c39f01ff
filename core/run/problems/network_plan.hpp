// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/hidden/stages.hpp"
#include "network/initializer.hpp"
#include "network/layout.hpp"
#include "network/loss.hpp"
#include "run/chosen.hpp"
#include "run/options.hpp"
#include "run/problems/problem_plan.hpp"

namespace fall_line {

class Network;
class NetworkProblem;

/// A network on a data set, generated or the user's own.
class NetworkPlan final : public ProblemPlan {
 public:
  NetworkPlan(Reader& reader, std::shared_ptr<const Samples> own_data);

  std::string lacks(const OptimizerEntry& rule) const override;
  ProblemSize size() const override;
  int batch_size() const override { return options.batch_size; }
  int smallest_batch() const override { return normalization() == Normalization::batch ? 2 : 1; }
  MemoryNeed memory() const override;
  std::unique_ptr<TrainingProblem> make(const RacerDraws& draws) const override;
  void hash(Hash& hash) const override;

  Normalization normalization() const;

  Chosen<DatasetEntry> dataset;             ///< No entry where the data are the user's own.
  std::shared_ptr<const Samples> own_data;  ///< Null where they are generated.
  int dataset_seed = 1;
  bool standardize = false;
  ProblemOptions options;
  std::vector<std::size_t> hidden{default_hidden.begin(), default_hidden.end()};
  const ActivationEntry* activation = nullptr;
  const LossEntry* loss = nullptr;
  const InitializerEntry* initializer = nullptr;
  Values stages;  ///< Of StageOptions. Most races leave them alone, so they are read as a whole.
  PenaltyOptions penalty;
  Values classes;  ///< Of ClassOptions, likewise.

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

/// Whether any of the settings is not as plain as it can be.
bool any(const Values& values);

/// What few networks have. It is called through volatile pointers, because optimizers inline what
/// is called once, and then it would be in the part of the engine that a first visit loads.
struct NetworkExtras {
  /// Whether the task and the loss allow what training makes of classes.
  void (*volatile check_classes)(const NetworkPlan& plan, Reader& reader, Task task);
  void (*volatile add_criterion)(const NetworkPlan& plan, NetworkProblem& problem);
  /// Whether the stages fit the hidden layers.
  void (*volatile check_stages)(const NetworkPlan& plan, Reader& reader);
  Network (*volatile make_network)(const NetworkPlan& plan, const NetworkShape& shape,
                                   std::size_t training_samples, std::uint64_t seed);
  /// What a rule lacks in a network with such stages.
  std::string (*volatile stages_lack)(const NetworkPlan& plan, const OptimizerEntry& rule);
  /// Numbers for one sample of a chunk.
  double (*volatile stage_numbers)(const NetworkPlan& plan, double hidden_units);
};
extern NetworkExtras network_extras;

/// The generated data set chosen below the prefix.
Chosen<DatasetEntry> read_dataset(Reader& reader, const std::string& prefix);

/// What its samples take, in double, as they are drawn.
MemoryNeed memory_need(const Chosen<DatasetEntry>& dataset);

/// The least that a run on own data of this shape needs: known before the data are copied.
MemoryNeed own_data_need(double samples, double inputs, double outputs, bool packed);

/// Its samples, drawn from the `data` stream of the seed.
Samples draw(const Chosen<DatasetEntry>& dataset, int seed);

}  // namespace fall_line
