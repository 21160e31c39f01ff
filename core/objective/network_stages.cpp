// SPDX-License-Identifier: MIT
#include <algorithm>

#include "objective/network_problem.hpp"

/// What normalization and dropout ask of the problem.
namespace fall_line {

void NetworkProblem::set_pass(const SplitData& data, const std::uint32_t* indices,
                              std::size_t first) {
  if (&data != &train_) return network_.set_pass(Pass::answer);
  // Without indices it is no step, but a question to all training samples.
  if (indices == nullptr) return network_.set_pass(Pass::whole);
  network_.set_pass(Pass::step, order_.drawn() - batch_.size() + first);
}

void NetworkProblem::start_gains(std::span<Real> gains) {
  std::fill(gains.begin(), gains.end(), Real{1});
}

void NetworkProblem::measure_statistics(std::span<const Real> w) {
  if (std::equal(w.begin(), w.end(), kept_for_.begin(), kept_for_.end())) return;
  network_.set_pass(Pass::whole);
  load_inputs(train_, nullptr, 0, train_.count);
  network_.forward(w);
  network_.measured_stage()->keep();
  kept_for_.assign(w.begin(), w.end());
}

std::vector<double> NetworkProblem::batch_statistics(std::span<const Real> w) {
  if (network_.measured_stage() == nullptr) return {};
  measure_statistics(w);
  return network_.measured_stage()->kept();
}

}  // namespace fall_line
