// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Class 0 on a ring of radius 0.85, class 1 on one of 0.4.
struct Circles : ClassData {
  Samples generate(Stream& stream) const {
    return class_samples(*this, class_count(), stream, [&](int k, int, int) {
      const double angle = stream.uniform(0, 2 * pi), radius = k == 0 ? 0.85 : 0.4;
      return Point{radius * special::cos(angle), radius * special::sin(angle)};
    });
  }
};

constexpr std::array rows = class_data_rows<Circles>();

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry circles = dataset_entry<Circles, rows>({.id = "circles"});

extern constinit const DatasetDocs circles_docs = {
    .name = "Circles",
    .summary = "One ring inside another, so that no straight line separates the classes.",
    .guide =
        {.idea = "The boundary has to be a closed curve around the inner ring. A network without "
                 "hidden layers does no better than guessing.",
         .use = "See how many hidden units a closed curve needs. After 2,000 steps of SGD, two "
                "tanh units reached about 76% test accuracy and three about 95%.",
         .pitfalls =
             "At a noise of 0.8 the rings overlap, and SGD, momentum, RMSProp and Adam all stay "
             "near 65% accuracy. A larger network cannot undo the overlap, but less noise does."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
