// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Arms of an Archimedean spiral, radius growing evenly from 0.1 to 1 along `turns` of a turn.
/// Points are spread evenly along the angle, so that no seed leaves a hole in an arm.
struct Spiral : ClassData {
  int arms = 2;
  double turns = 1.0;

  constexpr Spiral() { noise = 0.08; }

  static constexpr int Spiral::*classes_field = &Spiral::arms;

  Samples generate(Stream& stream) const {
    return class_samples(*this, arms, stream, [&](int k, int i, int n) {
      const double along = (i + stream.uniform()) / n;
      const double angle = 2 * pi * (turns * along + static_cast<double>(k) / arms);
      const double radius = 0.1 + 0.9 * along;
      return Point{radius * special::cos(angle), radius * special::sin(angle)};
    });
  }
};

constexpr auto rows =
    class_data_rows<Spiral>() +
    std::array{row<Spiral>(&Spiral::arms, {.id = "arms",
                                           .name = "Arms",
                                           .symbol = "K",
                                           .domain = within(2, 5),
                                           .slider = linear(2, 5),
                                           .doc = "The number of arms, one class each. With more "
                                                  "arms, the classes lie closer together."}),
               row<Spiral>(&Spiral::turns, {.id = "turns",
                                            .name = "Turns",
                                            .domain = within_above(0, 10),
                                            .slider = linear(0.25, 2),
                                            .doc = "How often each arm winds around the center. "
                                                   "More turns are harder to separate."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry spiral = dataset_entry<Spiral, rows>({.id = "spiral"});

extern constinit const DatasetDocs spiral_docs = {
    .name = "Spiral",
    .summary = "Arms of a spiral wound around each other, one class each.",
    .guide =
        {.idea = "The boundary has to wind with the arms, and no part of it is straight. A network "
                 "without hidden layers stays near 50% accuracy.",
         .use = "Compare SGD with momentum, RMSProp and Adam. After 300 steps, the test loss of "
                "SGD was typically about twice that of RMSProp.",
         .pitfalls =
             "With two turns, 2,000 steps of these four ended near 60% accuracy or below, with 8 "
             "or 32 units per layer. More steps help: Adam reached about 72% after 10,000."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
