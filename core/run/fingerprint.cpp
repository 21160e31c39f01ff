// SPDX-License-Identifier: MIT
#include "run/fingerprint.hpp"

#include "numeric/random.hpp"
#include "run/path.hpp"
#include "run/report.hpp"

namespace fall_line {
namespace {

/// Hashes values one by one. Writing them to an archive first would hold the user's data twice.
class Hash {
 public:
  template <class T>
  void operator()(const T& value) requires std::is_trivially_copyable_v<T> {
    value_ = fnv1a({reinterpret_cast<const char*>(&value), sizeof value}, value_);
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    (*this)(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) (*this)(value);
  }
  /// The id of a component, not its address.
  template <class Entry>
  void component(const Entry* entry) {
    (*this)(entry == nullptr ? std::uint64_t{0} : fnv1a(entry->id));
  }

  /// The names of a struct's fields, so a snapshot of an engine with other fields is refused.
  template <Fielded T>
  void names() {
    each_field<T>([&](const auto& field) { (*this)(fnv1a(field.name)); });
  }

  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = fnv1a({});
};

}  // namespace

std::uint64_t fingerprint(std::span<const std::uint8_t> bytes) {
  return fnv1a({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::uint64_t fingerprint(const Plan& plan) {
  Hash hash;
  hash(static_cast<std::uint32_t>(sizeof(Real)));
  hash.names<Report>();
  hash.names<Rung>();
  hash.names<LayerRung>();
  hash.names<Waypoint>();
  hash.component(plan.surface.entry);
  hash(plan.surface.values);
  hash(plan.descent.start_x);
  hash(plan.descent.start_y);
  hash(plan.descent.gradient_noise);
  hash.component(plan.dataset.entry);
  hash(plan.dataset.values);
  if (plan.own_data) {
    const Samples& own = *plan.own_data;
    hash(own.task);
    hash(own.inputs);
    hash(own.outputs);
    hash(own.classes);
    hash(own.x);
    hash(own.y);
  }
  hash(plan.dataset_seed);
  hash(plan.standardize);
  hash(plan.problem.test_fraction);
  hash(plan.problem.stratify);
  hash(plan.problem.batch_size);
  hash(plan.hidden);
  hash.component(plan.activation);
  hash.component(plan.loss);
  hash.component(plan.initializer);
  hash(plan.penalty.l1);
  hash(plan.penalty.l2);
  hash.component(plan.optimizer.entry);
  hash(static_cast<std::uint64_t>(plan.wrappers.size()));
  for (const auto& wrapper : plan.wrappers) hash.component(wrapper.entry);
  hash(plan.racer.batch_size);
  hash.component(plan.schedule.entry);
  hash(plan.schedule.values);
  hash(plan.pace.warmup_steps);
  hash(plan.run.seed);
  return hash.value();
}

}  // namespace fall_line
