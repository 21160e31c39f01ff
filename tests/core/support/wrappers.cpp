// SPDX-License-Identifier: MIT
#include "support/wrappers.hpp"

#include <gtest/gtest.h>

#include "catalog/find.hpp"

namespace fall_line {

std::unique_ptr<Optimizer> wrap(std::string_view id, const Named& named,
                                std::unique_ptr<Optimizer> inner) {
  const WrapperEntry* entry = find(wrappers(), id);
  if (entry == nullptr) {
    ADD_FAILURE() << "no wrapper " << id;
    return inner;
  }
  return entry->make(values_of(*entry, named), std::move(inner));
}

std::unique_ptr<Optimizer> unwrapped(std::string_view id, const Named& named) {
  const OptimizerEntry& entry = *find(optimizers(), id);
  return entry.make(values_of(entry, named));
}

Vector evaluation_of(const Optimizer& optimizer, const Vector& w) {
  Vector out(w.size());
  optimizer.evaluation(w, out);
  return out;
}

void expect_close(const Vector& values, const std::vector<double>& expected) {
  ASSERT_EQ(values.size(), expected.size());
  const double tolerance = sizeof(Real) == 8 ? 1e-14 : 1e-6;
  for (std::size_t i = 0; i < values.size(); ++i)
    EXPECT_NEAR(static_cast<double>(values[i]), expected[i], tolerance) << "at " << i;
}

}  // namespace fall_line
