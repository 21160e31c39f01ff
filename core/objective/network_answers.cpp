// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "numeric/special.hpp"
#include "objective/network_problem.hpp"

/// What a network answers to rows of inputs.
namespace fall_line {
namespace {

/// Where a loss has no probabilities: a lead of 1 over the best other class is certainty, none is
/// 0.5. The lone score of two classes is the lead of class 1. A NaN stays one.
void share_by_margin(std::span<double> scores) {
  const auto share = [](double lead) {
    const double p = 0.5 * (1 + lead);
    return p < 0 ? 0 : p > 1 ? 1 : p;
  };
  if (scores.size() == 1) {
    scores[0] = share(scores[0]);
    return;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  const double first = *best;
  double second = -std::numeric_limits<double>::infinity();
  for (auto s = scores.begin(); s != scores.end(); ++s)
    if (s != best && *s > second) second = *s;
  for (auto s = scores.begin(); s != scores.end(); ++s)
    *s = share(*s - (s == best ? second : first));
}

}  // namespace

/// Calls `take` with the number of rows after each forward pass.
template <class Take>
void NetworkProblem::pass_rows(std::span<const Real> w, std::span<const double> inputs, Take take) {
  const std::size_t width = network_.layout().inputs;
  const std::size_t count = inputs.size() / width;
  Vector x;
  for (std::size_t i = 0; i < count * width; ++i)
    x.push_back(static_cast<Real>(standardization_.apply(inputs[i], i % width)));
  x.resize(x.size() + Network::slack);
  keep_statistics(w);
  if (network_.needs_pass()) network_.set_pass(Pass::answer);
  for (std::size_t first = 0; first < count; first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), count - first);
    network_.load(x.data() + first * width, nullptr, samples);
    network_.forward(w);
    take(samples);
  }
}

std::vector<double> NetworkProblem::predict(std::span<const Real> w,
                                            std::span<const double> inputs) {
  const std::size_t units = network_.layout().outputs;
  const Real* outputs = network_.activations(layers().size() - 1);
  std::vector<double> result;
  result.reserve(inputs.size() / network_.layout().inputs * units);
  pass_rows(w, inputs, [&](std::size_t samples) {
    for (std::size_t b = 0; b < samples; ++b) {
      const std::size_t start = result.size();
      for (std::size_t u = 0; u < units; ++u) result.push_back(outputs[u * network_.stride() + b]);
      if (task_ == Task::regression) continue;
      const auto scores = std::span(result).subspan(start);
      if (!loss_->probabilities) {
        share_by_margin(scores);
      } else if (units == 1) {
        scores[0] = special::sigmoid(scores[0]);
      } else {
        const double m = *std::max_element(scores.begin(), scores.end());
        double sum = 0;
        for (double& s : scores) sum += s = special::exp(s - m);
        for (double& s : scores) s /= sum;
      }
    }
  });
  return result;
}

std::vector<double> NetworkProblem::activations(std::span<const Real> w,
                                                std::span<const double> inputs,
                                                std::span<const UnitRange> units) {
  std::vector<double> result;
  pass_rows(w, inputs, [&](std::size_t samples) {
    for (std::size_t b = 0; b < samples; ++b)
      for (const auto& [layer, first, count] : units)
        for (std::size_t u = first; u < first + count; ++u)
          result.push_back(network_.activations(layer)[u * network_.stride() + b]);
  });
  return result;
}

template <class Take>
void NetworkProblem::pass_training(std::span<const Real> w, Take take) {
  if (network_.needs_pass()) network_.set_pass(Pass::whole);
  for (std::size_t first = 0; first < train_.scored; first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), train_.scored - first);
    load_inputs(train_, nullptr, first, samples);
    network_.forward(w);
    take(first, samples);
  }
}

void NetworkProblem::show_hidden(std::span<const Real> w, ShowHidden show) {
  pass_training(w, [&](std::size_t, std::size_t samples) {
    for (std::size_t l = 0; l + 1 < layers().size(); ++l)
      show({.layer = l,
            .units = layers()[l].units,
            .samples = samples,
            .stride = network_.stride(),
            .z = network_.sums(l),
            .a = network_.activations(l)});
  });
}

std::vector<double> NetworkProblem::recalls(std::span<const Real> w) {
  const auto classes = static_cast<std::size_t>(task_ == Task::classification ? classes_ : 0);
  std::vector<double> right(classes), all(classes);
  if (classes == 0) return right;
  const Real* outputs = network_.activations(layers().size() - 1);
  pass_training(w, [&](std::size_t first, std::size_t samples) {
    for (std::size_t b = 0; b < samples; ++b) {
      const int known = train_.classes[first + b];
      all[static_cast<std::size_t>(known)] += 1;
      if (predicted_class(outputs, b) == known) right[static_cast<std::size_t>(known)] += 1;
    }
  });
  for (std::size_t k = 0; k < classes; ++k) right[k] /= all[k];
  return right;
}

}  // namespace fall_line
