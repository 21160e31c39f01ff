// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Elongated clouds along spokes, twisted by an angle that shrinks with the radius.
struct Pinwheel : ClassData {
  int blades = 5;

  constexpr Pinwheel() { noise = 0.04; }

  static constexpr int Pinwheel::*classes_field = &Pinwheel::blades;

  Samples generate(Stream& stream) const {
    return class_samples(*this, blades, stream, [&](int k, int, int) {
      const double along = 0.55 + 0.18 * stream.normal(), across = 0.04 * stream.normal();
      const double angle = 2 * pi * k / blades + 1.6 * special::exp(-2 * along);
      const double c = special::cos(angle), s = special::sin(angle);
      return Point{c * along - s * across, s * along + c * across};
    });
  }
};

constexpr auto rows =
    class_data_rows<Pinwheel>() +
    std::array{
        row<Pinwheel>(&Pinwheel::blades, {.id = "blades",
                                          .name = "Blades",
                                          .symbol = "K",
                                          .domain = within(2, 8),
                                          .slider = linear(2, 8),
                                          .doc = "The number of blades, one class each. With more "
                                                 "blades, the classes lie closer together."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry pinwheel = dataset_entry<Pinwheel, rows>({.id = "pinwheel"});

extern constinit const DatasetDocs pinwheel_docs = {
    .name = "Pinwheel",
    .summary = "Curved blades around a hub, one class each.",
    .guide = {.idea = "The blades are bent, yet straight borders separate them almost completely. "
                      "A network without hidden layers reaches about 98% accuracy.",
              .use = "Race optimizers on several classes at once. Compare the default network with "
                     "no hidden layers by training loss and by test loss.",
              .pitfalls =
                  "With RMSProp, the default network reached a lower training loss than a linear "
                  "model but a higher test loss. Stop early, or add an L2 penalty of 0.001."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
