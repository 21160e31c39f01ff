// SPDX-License-Identifier: MIT
#include "data/generators/digits.hpp"

namespace fall_line {
namespace {

struct Digits12 : Digits {
  Samples generate(Stream& stream) const { return draw(12, stream); }
};

constexpr auto rows = digit_rows<Digits12>();

}  // namespace

constinit const DatasetEntry dataset_entries::digits_12 = dataset_entry<Digits12, rows>({
    .id = "digits-12",
    .name = "Digits 12 × 12",
    .summary = "Ten digits drawn anew in 144 pixels: small images, quick to learn.",
    .inputs = 144,
});

}  // namespace fall_line
