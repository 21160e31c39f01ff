// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/kernels.hpp"
#include "run/run.hpp"

namespace fall_line {

void Run::record() {
  const bool due = is_recorded(report_.step) || report_.status != Status::running;
  if (!due || (!curve_.empty() && curve_.back().step == report_.step)) return;
  const Vector w = evaluation_parameters();
  const Score train = problem_->train_score(w), test = problem_->test_score(w);
  curve_.push_back({.step = report_.step,
                    .epoch = report_.epoch,
                    .samples_seen = static_cast<double>(report_.work.samples()),
                    .train_loss = train.loss,
                    .test_loss = test.loss,
                    .train_accuracy = train.accuracy,
                    .test_accuracy = test.accuracy,
                    .learning_rate = report_.learning_rate});
  for (const LayerParameters& layer : problem_->layers()) {
    const auto weights = std::span(w).subspan(layer.weights, layer.weight_count());
    layer_curve_.push_back({.weight_norm = std::sqrt(kernels::sum_of_squares(weights))});
  }
  if (probe_) read_instruments();
}

Evaluation Run::evaluate() {
  const Vector w = evaluation_parameters();
  const Score train = problem_->train_score(w), test = problem_->test_score(w);
  Evaluation evaluation{.train_loss = train.loss + problem_->penalty(w),
                        .train_data_loss = train.loss,
                        .test_loss = {},
                        .train_accuracy = {},
                        .test_accuracy = {}};
  const Measures measures = problem_->measures();
  if (measures.test_loss) evaluation.test_loss = test.loss;
  if (measures.train_accuracy) evaluation.train_accuracy = train.accuracy;
  if (measures.test_accuracy) evaluation.test_accuracy = test.accuracy;
  return evaluation;
}

}  // namespace fall_line
