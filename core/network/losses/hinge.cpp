// SPDX-License-Identifier: MIT
#include <algorithm>

#include "network/loss.hpp"

namespace fall_line {
namespace {

/// Two classes: max(0, 1 - t s), t = ±1.
double binary(const LossBatch& batch) {
  double total = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    const double t = batch.targets[b] > 0 ? 1 : -1;
    const double margin = 1 - t * batch.outputs[b];
    // Written so that a NaN stays one.
    total += margin <= 0 ? 0 : margin;
    if (batch.delta != nullptr)
      batch.delta[b] = static_cast<Real>(margin <= 0 ? 0 : -batch.scale * t);
  }
  return total;
}

/// More: max(0, 1 + max_{k != y} s_k - s_y) (Crammer & Singer 2001).
double categorical(const LossBatch& batch) {
  double total = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    const Real* s = batch.outputs + b;
    const auto y = static_cast<std::size_t>(batch.targets[b]);
    std::size_t rival = y == 0 ? 1 : 0;
    for (std::size_t k = rival + 1; k < batch.units; ++k) {
      const Real score = s[k * batch.stride], best = s[rival * batch.stride];
      // A NaN becomes the rival and stays it, so that the loss shows it.
      if (k != y && best == best && !(score <= best)) rival = k;
    }
    const double margin =
        1 + static_cast<double>(s[rival * batch.stride]) - static_cast<double>(s[y * batch.stride]);
    total += margin <= 0 ? 0 : margin;
    if (batch.delta == nullptr) continue;
    const Real slope = static_cast<Real>(margin <= 0 ? 0 : batch.scale);
    for (std::size_t k = 0; k < batch.units; ++k)
      batch.delta[k * batch.stride + b] = k == y ? -slope : k == rival ? slope : 0;
  }
  return total;
}

}  // namespace

namespace loss_entries {

extern constinit const LossEntry hinge = {
    .id = "hinge",
    .encoding = Encoding::class_number,
    .evaluate =
        [](const LossBatch& batch) {
          return batch.units == 1 ? binary(batch) : categorical(batch);
        },
    .differentiate =
        [](const LossBatch& batch, const Real*) {
          // Linear between its kinks.
          for (std::size_t u = 0; u < batch.units; ++u)
            std::fill_n(batch.delta + u * batch.stride, batch.count, Real{0});
        },
};

extern constinit const LossDocs hinge_docs = {
    .name = "hinge",
    .summary =
        "Zero once the true class leads by a margin of 1, and linear in what is missing "
        "before that.",
    .code =
        {.two_classes = "return F.relu(1 - (2 * y - 1) * outputs[:, 0]).mean()",
         .classes = R"py(true = outputs.gather(1, y[:, None])[:, 0]
rival = outputs.scatter(1, y[:, None], -math.inf).amax(1)
return F.relu(1 + rival - true).mean())py",
         .keras =
             {.two_classes =
                  R"py(return ops.sum(ops.relu(1 - (2 * y - 1) * outputs)) / outputs.shape[0])py",
              .columns = R"py(# Keras' categorical hinge counts a best rival below 0 as 0.
true = ops.sum(y * outputs, axis=1)
rival = ops.max(outputs - 1e300 * y, axis=1)
return ops.sum(ops.relu(1 + rival - true)) / outputs.shape[0])py"}},
};

}  // namespace loss_entries
}  // namespace fall_line
