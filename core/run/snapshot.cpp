// SPDX-License-Identifier: MIT
#include "run/archive.hpp"
#include "run/fingerprint.hpp"
#include "run/make_optimizer.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

struct CollectState final : StateVisitor {
  void operator()(std::string_view name, std::vector<float>& value) override { add(name, value); }
  void operator()(std::string_view name, std::vector<double>& value) override { add(name, value); }
  void operator()(std::string_view, double&) override {}
  template <class T>
  void add(std::string_view name, const std::vector<T>& value) {
    vectors.emplace(name, Vector(value.begin(), value.end()));
  }
  std::map<std::string, Vector> vectors;
};

struct SaveState final : StateVisitor {
  explicit SaveState(Writer& target) : write(target) {}
  void operator()(std::string_view, std::vector<float>& value) override { write(value); }
  void operator()(std::string_view, std::vector<double>& value) override { write(value); }
  void operator()(std::string_view, double& value) override { write(value); }
  Writer& write;
};

/// Reads a state of the sizes at hand; anything else is left as it is and counted as wrong.
struct LoadState final : StateVisitor {
  LoadState(ArchiveReader& source, bool apply) : read(source), applied(apply) {}
  void operator()(std::string_view, std::vector<float>& value) override { load(value); }
  void operator()(std::string_view, std::vector<double>& value) override { load(value); }
  void operator()(std::string_view, double& value) override {
    double loaded = 0;
    read(loaded);
    if (applied) value = loaded;
  }
  template <class T>
  void load(std::vector<T>& value) {
    std::vector<T> loaded;
    read(loaded);
    if (loaded.size() != value.size()) {
      fits = false;
    } else if (applied) {
      value = std::move(loaded);
    }
  }
  ArchiveReader& read;
  bool applied, fits = true;
};

}  // namespace

std::map<std::string, Vector> Run::state() {
  CollectState collect;
  optimizer_->visit(collect);
  return std::move(collect.vectors);
}

std::vector<std::uint8_t> Run::snapshot() {
  Writer write;
  write(fingerprint(plan_));
  write(plan_.optimizer.values);
  for (const auto& wrapper : plan_.wrappers) write(wrapper.values);
  write(plan_.racer.clip_norm);
  write(parameters_);
  write(problem_->drawn());
  write(random_.state());
  write(std::vector(last_indices().begin(), last_indices().end()));
  write(report_);
  write(curve_);
  write(layer_curve_);
  write(path_);
  write(known_.at);
  write(known_.gradient);
  write(known_.loss);
  write(heard_);
  write(altered_);
  SaveState save(write);
  optimizer_->visit(save);
  rates_.schedule().visit(save);
  write(fingerprint(write.bytes()));
  return write.take();
}

bool Run::restore(std::span<const std::uint8_t> bytes) {
  // The last eight bytes hold the fingerprint of all before.
  std::uint64_t whole = 0, plan = 0, drawn = 0;
  if (bytes.size() < sizeof whole) return false;
  const auto content = bytes.first(bytes.size() - sizeof whole);
  ArchiveReader(bytes.last(sizeof whole))(whole);
  if (whole != fingerprint(content)) return false;
  ArchiveReader read(content);
  Values values;
  std::vector<Values> wrapper_values(plan_.wrappers.size());
  double clip_norm = 0;
  Vector parameters;
  Stream::State random{};
  std::vector<std::uint32_t> last_batch;
  Report report{};
  Curve curve;
  LayerCurve layer_curve;
  Path path;
  Known known;
  Heard heard;
  bool altered = false;
  read(plan);
  read(values);
  for (Values& each : wrapper_values) read(each);
  read(clip_norm);
  read(parameters);
  read(drawn);
  read(random);
  read(last_batch);
  read(report);
  read(curve);
  read(layer_curve);
  read(path);
  read(known.at);
  read(known.gradient);
  read(known.loss);
  read(heard);
  read(altered);
  ArchiveReader again = read;
  LoadState look(read, false);
  optimizer_->visit(look);
  rates_.schedule().visit(look);
  if (!read.complete() || !look.fits || plan != fingerprint(plan_) ||
      values.size() != plan_.optimizer.values.size() || parameters.size() != parameters_.size() ||
      known.at.size() != known.gradient.size() ||
      layer_curve.size() != curve.size() * problem_->layers().size())
    return false;
  for (std::size_t i = 0; i < wrapper_values.size(); ++i)
    if (wrapper_values[i].size() != plan_.wrappers[i].values.size()) return false;
  for (const std::uint32_t i : last_batch)
    if (i >= problem_->training_samples()) return false;
  LoadState load(again, true);
  optimizer_->visit(load);
  rates_.schedule().visit(load);
  plan_.optimizer.values = std::move(values);
  plan_.racer.clip_norm = clip_norm;
  for (std::size_t i = 0; i < wrapper_values.size(); ++i)
    plan_.wrappers[i].values = std::move(wrapper_values[i]);
  reconfigure(*optimizer_, plan_);
  parameters_ = std::move(parameters);
  problem_->seek(drawn);
  random_.set_state(random);
  drawn_batch_ = std::move(last_batch);
  report_ = std::move(report);
  curve_ = std::move(curve);
  layer_curve_ = std::move(layer_curve);
  path_ = std::move(path);
  known_ = std::move(known);
  heard_ = heard;
  altered_ = altered;
  if (probe_) {
    probe_->clear();
    read_instruments();
  }
  return true;
}

}  // namespace fall_line
