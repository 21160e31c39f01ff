// SPDX-License-Identifier: MIT
#include "data/generators/formula_data.hpp"
#include "data/generators/regression_data.hpp"

namespace fall_line {
namespace {

using expression::Wanted;

TextForm::Reading read(std::string_view text, std::span<const double> values) {
  return checked_in_square(expression::read(text, Wanted::number), values[reach_row_index]);
}

constexpr TextForm form{"sin(2x) cos(y)", expression::longest_source, read};

/// Uniform points with the value of a formula.
struct Formula : RegressionData {
  EncodedText f;
  double reach = 2;

  Samples generate(Stream& stream) const {
    Samples data{.task = Task::regression, .shape = 2, .outputs = 1, .classes = 0};
    data.reserve(samples);
    const expression::Program program(f.numbers);
    for (int i = 0; i < samples; ++i) {
      const double x = stream.uniform(-reach, reach), y = stream.uniform(-reach, reach);
      data.x.push_back(x);
      data.x.push_back(y);
      data.y.push_back(usable_value(program, x, y) + noise * stream.normal());
    }
    return data;
  }
};

constexpr auto rows =
    std::array{
        row<Formula>(
            &Formula::f,
            {.id = "f",
             .name = "Formula",
             .doc = "The target as a formula in the inputs x and y, to which noise is added. It "
                    "may hold powers, conditions, and functions such as sin and exp."},
            form),
        reach_row<Formula>()} +
    regression_rows<Formula>();
static_assert(rows[reach_row_index].text.id == "reach");

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry formula = dataset_entry<Formula, rows>({
    .id = "formula",
    .task = Task::regression,
});

extern constinit const DatasetDocs formula_docs = {
    .name = "Your formula",
    .summary = "A regression of your own: the target is a formula in the inputs x and y.",
    .guide = {.idea =
                  "The true function is known exactly, so the fitted surface can be compared with "
                  "what it should be. Samples without noise lie on it.",
              .use =
                  "Ask which functions a network of this size can learn, and which optimizer finds "
                  "them.",
              .pitfalls =
                  "Large values make large gradients, and a good learning rate shrinks with "
                  "them. Divide the formula so that its values span about 2."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
