// SPDX-License-Identifier: MIT
#include "run/diagnosis/trend.hpp"

namespace fall_line {

double mean_of(const Curve& curve, double Record::*column, const Stretch& stretch) {
  double sum = 0, count = 0;
  for (const Record& record : curve) {
    if (record.step <= stretch.after || record.step > stretch.to) continue;
    sum += record.*column;
    count += 1;
  }
  return sum / count;
}

bool falls_steadily(const Curve& curve) {
  constexpr std::uint64_t parts = 10;
  // A loss that falls in a straight line has half of its fall in the second half. One that has come
  // to rest has next to nothing of it there.
  constexpr double least_late = 0.15;
  const std::uint64_t last = curve.back().step;
  const double first = curve.front().train_loss;
  double before = first, half = first;
  for (std::uint64_t i = 0; i < parts; ++i) {
    const double mean =
        mean_of(curve, &Record::train_loss, {i * last / parts, (i + 1) * last / parts});
    if (!(mean < before)) return false;
    before = mean;
    if (i == parts / 2) half = mean;
  }
  return half - before >= least_late * (first - before);
}

}  // namespace fall_line
