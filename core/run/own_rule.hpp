// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "optimizer/optimizer.hpp"

namespace fall_line {

/// A rule from outside, in no registry. Its entry needs no `make`.
class OwnRule {
 public:
  virtual ~OwnRule() = default;
  virtual const OptimizerEntry& entry() const = 0;
  virtual std::unique_ptr<Optimizer> make(const Values& values) const = 0;
};

using OwnRules = std::vector<std::shared_ptr<const OwnRule>>;

}  // namespace fall_line
