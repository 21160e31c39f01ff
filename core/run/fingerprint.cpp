// SPDX-License-Identifier: MIT
#include "run/fingerprint.hpp"

#include "run/hash.hpp"
#include "run/path.hpp"
#include "run/report.hpp"

namespace fall_line {
std::uint64_t fingerprint(std::span<const std::uint8_t> bytes) {
  return fnv1a({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::uint64_t fingerprint(const Plan& plan) {
  Hash hash;
  hash(static_cast<std::uint32_t>(sizeof(Real)));
  hash.names<Report>();
  hash.names<Record>();
  hash.names<LayerRecord>();
  hash.names<Waypoint>();
  plan.problem->hash(hash);
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
