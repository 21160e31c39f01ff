// SPDX-License-Identifier: MIT
#include "objective/network_problem.hpp"

#include <algorithm>
#include <limits>

namespace fall_line {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Target width of a loss: one class number, or one value an output.
std::size_t width_of(const LossEntry& loss, Task task, std::size_t outputs) {
  return task == Task::classification && loss.encoding == Encoding::class_number ? 1 : outputs;
}

std::vector<ParameterBlock> blocks_of(const Layout& layout) {
  std::vector<ParameterBlock> blocks;
  for (const LayerParameters& layer : layout.layers) {
    blocks.push_back({layer.weights, layer.rows, layer.columns});
    blocks.push_back({layer.biases, layer.rows, 1});
    if (layer.gains == 0) continue;
    blocks.push_back({layer.gains, layer.rows, 1});
    blocks.push_back({layer.shifts, layer.rows, 1});
  }
  return blocks;
}

}  // namespace

NetworkProblem::NetworkProblem(std::shared_ptr<const Samples> samples, Split split,
                               Standardization standardization, Network network,
                               const LossEntry& loss, Penalty penalty, NetworkWalk walk)
    : samples_(std::move(samples)),
      split_(std::move(split)),
      standardization_(std::move(standardization)),
      network_(std::move(network)),
      blocks_(blocks_of(network_.layout())),
      loss_(&loss),
      penalty_(penalty),
      task_(samples_->task),
      classes_(samples_->classes),
      target_width_(width_of(loss, task_, network_.layout().outputs)),
      train_(prepare(split_.train)),
      test_(prepare(split_.test)),
      targets_(network_.chunk() * target_width_),
      walk_(walk),
      order_(walk.seed, train_.count,
             walk.batch_size == NetworkWalk::all ? train_.count : walk.batch_size) {}

void NetworkProblem::start(std::span<Real> w) {
  std::fill(w.begin(), w.end(), Real{0});
  Stream stream("init", walk_.seed);
  for (const LayerParameters& layer : layout().layers) {
    walk_.initializer->fill(w.subspan(layer.weights, layer.weight_count()), layer.columns,
                            layer.fan_out, stream);
    if (layer.gains != 0) start_gains(w.subspan(layer.gains, layer.rows));
  }
}

std::size_t NetworkProblem::next_batch() {
  batch_ = order_.next();
  return batch_.size();
}

void NetworkProblem::seek(std::uint64_t drawn) {
  order_.seek(drawn);
  batch_ = {};
}

bool NetworkProblem::takes_all() const {
  return walk_.batch_size == NetworkWalk::all || walk_.batch_size >= train_.count;
}

Measures NetworkProblem::measures() const {
  const bool tested = test_.count > 0, classes = task_ == Task::classification;
  return {.test_loss = tested, .train_accuracy = classes, .test_accuracy = classes && tested};
}

SplitData NetworkProblem::prepare(const std::vector<std::uint32_t>& indices) const {
  SplitData data;
  data.count = indices.size();
  const auto inputs = static_cast<std::size_t>(samples_->inputs());
  const bool packed = !samples_->bytes.empty();
  data.scored = packed ? std::min(data.count, most_scored_bytes) : data.count;
  const auto outputs = static_cast<std::size_t>(samples_->outputs);
  // Reserve exactly what is needed, since these are the largest blocks of a run.
  if (!packed) data.x.reserve(data.count * inputs + Network::slack);
  data.targets.reserve(data.count * target_width_);
  if (task_ == Task::classification) data.classes.reserve(data.count);
  for (const std::uint32_t i : indices) {
    if (!packed) {
      const auto x = samples_->input(i);
      for (std::size_t j = 0; j < inputs; ++j)
        data.x.push_back(static_cast<Real>(standardization_.apply(x[j], j)));
    }
    if (task_ == Task::regression) {
      for (std::size_t k = 0; k < outputs; ++k)
        data.targets.push_back(static_cast<Real>(samples_->y[i * outputs + k]));
      continue;
    }
    const int y = static_cast<int>(samples_->y[i]);
    data.classes.push_back(y);
    if (loss_->encoding == Encoding::class_number) {
      data.targets.push_back(static_cast<Real>(y));
    } else if (classes_ == 2) {
      data.targets.push_back(y == 1 ? Real{1} : Real{-1});
    } else {
      for (int k = 0; k < classes_; ++k) data.targets.push_back(k == y ? Real{1} : Real{0});
    }
  }
  if (!packed) data.x.resize(data.x.size() + Network::slack);
  return data;
}

double NetworkProblem::gradient(const std::span<const Real>& w, const std::span<Real>& g) {
  const double total = divisor(batch_.data(), batch_.size());
  double sum = 0;
  for (std::size_t first = 0; first < batch_.size(); first += network_.chunk())
    sum += add_gradient(w, batch_.data(), first, std::min(network_.chunk(), batch_.size() - first),
                        total, g);
  add_penalty_gradient(w, g);
  return sum / total + penalty(w);
}

double NetworkProblem::full_gradient(std::span<const Real> w, std::span<Real> g) {
  const double total = divisor(nullptr, train_.count);
  double sum = 0;
  for (std::size_t first = 0; first < train_.count; first += network_.chunk())
    sum +=
        add_gradient(w, nullptr, first, std::min(network_.chunk(), train_.count - first), total, g);
  add_penalty_gradient(w, g);
  return sum / total + penalty(w);
}

double NetworkProblem::loss(std::span<const Real> w) {
  double sum = 0;
  for (std::size_t first = 0; first < batch_.size(); first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), batch_.size() - first);
    load_targets(train_, batch_.data(), first, samples);
    LossBatch loaded = loss_batch(network_.forward(w), samples, 1);
    loaded.delta = nullptr;
    sum += evaluate(loaded);
  }
  return sum / divisor(batch_.data(), batch_.size()) + penalty(w);
}

double NetworkProblem::add_gradient(std::span<const Real> w, const std::uint32_t* indices,
                                    std::size_t first, std::size_t samples, double total,
                                    std::span<Real> g) {
  load_targets(train_, indices, first, samples);
  const Real* outputs = network_.forward(w);
  const double sum = evaluate(loss_batch(outputs, samples, 1.0 / total));
  network_.backward(w, g, first > 0);
  return sum;
}

void NetworkProblem::load_targets(const SplitData& data, const std::uint32_t* indices,
                                  std::size_t first, std::size_t samples) {
  if (network_.needs_pass()) set_pass(data, indices, first);
  load_inputs(data, indices, first, samples);
  if (criterion_ != nullptr) load_classes(data, indices, first, samples);
  const std::size_t width = target_width_;
  if (width == 1 && indices != nullptr) {
    for (std::size_t b = 0; b < samples; ++b) targets_[b] = data.targets[indices[first + b]];
    return;
  }
  for (std::size_t b = 0; b < samples; ++b) {
    const std::size_t i = indices == nullptr ? first + b : indices[first + b];
    for (std::size_t k = 0; k < width; ++k) targets_[b * width + k] = data.targets[i * width + k];
  }
}

void NetworkProblem::load_inputs(const SplitData& data, const std::uint32_t* indices,
                                 std::size_t first, std::size_t samples) {
  if (data.x.empty()) return load_bytes(data, indices, first, samples);
  if (indices == nullptr) {
    network_.load(data.x.data() + first * network_.layout().inputs, nullptr, samples);
  } else {
    network_.load(data.x.data(), indices + first, samples);
  }
}

void NetworkProblem::load_bytes(const SplitData& data, const std::uint32_t* indices,
                                std::size_t first, std::size_t samples) {
  const std::size_t inputs = network_.layout().inputs;
  const std::vector<std::uint32_t>& places = &data == &train_ ? split_.train : split_.test;
  unpacked_.resize(network_.chunk() * inputs + Network::slack);
  Real* x = unpacked_.data();
  for (std::size_t b = first; b < first + samples; ++b) {
    const std::uint8_t* bytes =
        samples_->bytes.data() + places[indices == nullptr ? b : indices[b]] * inputs;
    for (std::size_t j = 0; j < inputs; ++j)
      *x++ = static_cast<Real>(standardization_.apply(bytes[j], j));
  }
  network_.load(unpacked_.data(), nullptr, samples);
}

double NetworkProblem::penalty(std::span<const Real> w) const {
  if (penalty_.l1 == 0 && penalty_.l2 == 0) return 0;
  double sizes = 0, squares = 0;
  for (const LayerParameters& layer : network_.layout().layers)
    for (const Real x : w.subspan(layer.weights, layer.weight_count())) {
      const double v = x;
      sizes += v < 0 ? -v : v;
      squares += v * v;
    }
  return penalty_.l1 * sizes + 0.5 * penalty_.l2 * squares;
}

void NetworkProblem::add_penalty_gradient(std::span<const Real> w, std::span<Real> g) const {
  if (penalty_.l1 == 0 && penalty_.l2 == 0) return;
  const auto l1 = static_cast<Real>(penalty_.l1), l2 = static_cast<Real>(penalty_.l2);
  for (const LayerParameters& layer : network_.layout().layers)
    for (std::size_t i = layer.weights; i < layer.biases; ++i)
      g[i] += l2 * w[i] + (w[i] > 0 ? l1 : w[i] < 0 ? -l1 : Real{0});
}

int NetworkProblem::predicted_class(const Real* outputs, std::size_t b) const {
  const std::size_t stride = network_.stride();
  if (classes_ == 2) return outputs[b] > 0 ? 1 : 0;
  std::size_t best = 0;
  for (std::size_t k = 1; k < network_.layout().outputs; ++k)
    if (outputs[k * stride + b] > outputs[best * stride + b]) best = k;
  return static_cast<int>(best);
}

Score NetworkProblem::score(std::span<const Real> w, const SplitData& data) {
  if (data.count == 0) return {not_a_number, not_a_number};
  if (&data != &train_) keep_statistics(w);
  double sum = 0;
  std::size_t right = 0;
  for (std::size_t first = 0; first < data.scored; first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), data.scored - first);
    load_targets(data, nullptr, first, samples);
    const Real* outputs = network_.forward(w);
    sum += loss_->evaluate({.units = network_.layout().outputs,
                            .count = samples,
                            .stride = network_.stride(),
                            .outputs = outputs,
                            .targets = targets_.data(),
                            .delta = nullptr,
                            .scale = 1});
    if (task_ == Task::regression) continue;
    for (std::size_t b = 0; b < samples; ++b)
      right += predicted_class(outputs, b) == data.classes[first + b] ? 1 : 0;
  }
  const auto n = static_cast<double>(data.scored);
  return {sum / n, task_ == Task::regression ? not_a_number : static_cast<double>(right) / n};
}

}  // namespace fall_line
