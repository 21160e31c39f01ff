// SPDX-License-Identifier: MIT
#include "data/generators/digits.hpp"

namespace fall_line {
namespace {

struct Digits12 : Digits {
  Samples generate(Stream& stream) const { return draw(12, stream); }
};

constexpr auto rows = digit_rows<Digits12>();

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry digits_12 = dataset_entry<Digits12, rows>({
    .id = "digits-12",
    .shape = {1, 12, 12},
});

extern constinit const DatasetDocs digits_12_docs = {
    .name = "Digits 12 × 12",
    .summary =
        "Images of the ten digits, 12 by 12 pixels, drawn from pen strokes with random "
        "distortions.",
    .guide = {.idea = "Each image has 144 pixels, and random distortions make every one different. "
                      "The classes are still easy to tell apart: a network without hidden layers "
                      "gets about 98% right.",
              .use = "Race optimizers on images that train quickly. Compare no hidden layers with "
                     "one of 32 units, or raise the deformation to 2.",
              .pitfalls = "Two layers of 8 units are narrow for ten classes and ended near 96%. "
                          "Use 32 units, more samples or less deformation."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
