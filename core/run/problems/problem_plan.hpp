// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "data/samples.hpp"
#include "objective/training_problem.hpp"
#include "optimizer/optimizer.hpp"
#include "run/hash.hpp"
#include "run/memory_need.hpp"
#include "run/options.hpp"
#include "run/reader.hpp"

namespace fall_line {

/// The sizes that a rule's memory depends on. In double: a race may ask for more than there is.
struct ProblemSize {
  struct Block {
    double rows, columns;
  };

  double parameters;
  double samples = 0, outputs = 0;  ///< 0: it is not learned from samples.
  std::vector<Block> blocks = {};   ///< The matrices that its parameters form, biases as columns.
  std::size_t layers = 0;           ///< Whose norms a curve records.
  bool on_plane = false;            ///< A run on it leaves a path.
};

/// What a racer brings to its problem.
struct RacerDraws {
  std::uint64_t seed;
  int batch_size;  ///< Or race_batch, or full_batch.
};

/// What a race trains, read from its settings: a network on data, a surface... One implementation
/// for each kind; apart from read_problem, nothing asks which it is.
class ProblemPlan {
 public:
  virtual ~ProblemPlan() = default;

  /// What a rule needs and the problem lacks, to follow "needs": "weight matrices, which a surface
  /// does not have". Empty: nothing.
  virtual std::string lacks(const OptimizerEntry& rule) const = 0;
  virtual ProblemSize size() const = 0;
  /// Of the race, or full_batch.
  virtual int batch_size() const { return full_batch; }
  virtual int smallest_batch() const { return 1; }
  /// Without what depends on the rule.
  virtual MemoryNeed memory() const = 0;
  virtual std::unique_ptr<TrainingProblem> make(const RacerDraws& draws) const = 0;
  /// Hashes everything that the problem depends on.
  virtual void hash(Hash& hash) const = 0;
};

/// The problem that the settings describe under `problem`: on own data where there are some. It is
/// whole if the reader has no problems in the end.
std::unique_ptr<ProblemPlan> read_problem(Reader& reader, std::shared_ptr<const Samples> own_data);

}  // namespace fall_line
