// SPDX-License-Identifier: MIT
#include "data/generators/digits.hpp"

namespace fall_line {
namespace {

struct Digits28 : Digits {
  Samples generate(Stream& stream) const { return draw(28, stream); }
};

constexpr auto rows = digit_rows<Digits28>();

}  // namespace

constinit const DatasetEntry dataset_entries::digits_28 = dataset_entry<Digits28, rows>({
    .id = "digits-28",
    .name = "Digits 28 × 28",
    .summary = "Ten digits drawn anew in 784 pixels, the size of the classic benchmark, none of it "
               "downloaded.",
    .inputs = 784,
});

}  // namespace fall_line
