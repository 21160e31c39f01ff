// SPDX-License-Identifier: MIT
// Trains built-in rules and one of this program's own from the same start, and prints how far they
// got.
#include <cstdio>

#include "sign_descent.hpp"

namespace fl = fall_line::v1;

int main() {
  fl::Trainer trainer;
  if (const std::string fault = trainer.add(sign_descent()); !fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    return 1;
  }

  std::printf("%-14s%8s%14s%12s\n", "optimizer", "steps", "test loss", "accuracy");
  for (const char* optimizer : {"sgd", "adam", "sign-descent"}) {
    const auto [run, problems] = trainer.make({{"problem.dataset.id", "spiral"},
                                               {"problem.network.hidden", {8, 8}},
                                               {"optimizer.id", optimizer},
                                               {"optimizer.learningRate", 0.01},
                                               {"seed", 1}});
    for (const fl::Problem& problem : problems)
      std::fprintf(stderr, "%s\n", problem.message.c_str());
    if (!run) return 1;
    const fl::Report report = run->step(2000);
    const fl::Evaluation found = run->evaluate();
    std::printf("%-14s%8llu%14.6f%12.3f\n", optimizer, static_cast<unsigned long long>(report.step),
                found.test_loss.value_or(0), found.test_accuracy.value_or(0));
  }
}
