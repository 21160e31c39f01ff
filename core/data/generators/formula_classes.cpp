// SPDX-License-Identifier: MIT
#include "data/generators/formula_data.hpp"

namespace fall_line {
namespace {

using expression::Wanted;

/// Where it stands among the rows.
constexpr std::size_t classes_row_index = 2;

TextForm::Reading read(std::string_view text, std::span<const double> values) {
  // With more classes than two, numbers are rounded. Conditions may stay.
  const Wanted wanted = values[classes_row_index] > 2 ? Wanted::any : Wanted::condition;
  return checked_in_square(expression::read(text, wanted), values[reach_row_index]);
}

constexpr TextForm form{"y > sin(2x)", expression::longest_source, read};

/// Uniform points, of class 1 where a condition holds, or of the class that a number rounds to.
struct FormulaClasses {
  EncodedText f;
  double reach = 2;
  int classes = 2;
  int samples = 500;
  double noise = 0.1;
  int seed = 1;
  static constexpr int FormulaClasses::*classes_field = &FormulaClasses::classes;

  Samples generate(Stream& stream) const {
    Samples data{.task = Task::classification, .shape = 2, .outputs = 1, .classes = classes};
    data.reserve(samples);
    const expression::Program program(f.numbers);
    for (int i = 0; i < samples; ++i) {
      const double x = stream.uniform(-reach, reach), y = stream.uniform(-reach, reach);
      const double k = std::floor(usable_value(program, x, y) + 0.5), last = classes - 1;
      data.x.push_back(x + noise * stream.normal());
      data.x.push_back(y + noise * stream.normal());
      data.y.push_back(k < 0 ? 0 : k > last ? last : k);
    }
    return data;
  }
};

constexpr std::array rows{
    row<FormulaClasses>(&FormulaClasses::f,
                        {.id = "f",
                         .name = "Condition",
                         .doc = "A comparison of formulas in the inputs x and y. Class 1 is where "
                                "it holds, and class 0 is everywhere else."},
                        form),
    reach_row<FormulaClasses>(),
    row<FormulaClasses>(
        &FormulaClasses::classes,
        {.id = "classes",
         .name = "Classes",
         .domain = within(2, 10),
         .slider = linear(2, 6),
         .doc = "With more than 2 classes, the formula may be a number. It is rounded to a class "
                "from 0 up, and what is beyond the first or last class belongs to that."}),
    samples_row<FormulaClasses>(),
    noise_row<FormulaClasses>("The standard deviation of the random shift of each point after its "
                              "class is known. More noise blurs the boundary, and 0 keeps it "
                              "sharp."),
    seed_row<FormulaClasses>()};
static_assert(rows[reach_row_index].text.id == "reach");
static_assert(rows[classes_row_index].text.id == "classes");

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry formula_classes =
    dataset_entry<FormulaClasses, rows>({.id = "formula-classes"});

extern constinit const DatasetDocs formula_classes_docs = {
    .name = "Your condition",
    .summary = "Classes of your own: a condition in the inputs x and y says where class 1 is.",
    .guide = {.idea =
                  "The formula draws the true boundary, so the network's boundary can be compared "
                  "with it. Points are uniform, and the classes are as large as the formula has "
                  "them.",
              .use = "Ask which boundaries a network of this size can learn. Join comparisons by "
                     "and, or and not to cut out shapes.",
              .pitfalls =
                  "A condition that holds nearly everywhere leaves a rare class, and accuracy "
                  "hides how badly it is learned. Watch the loss."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
