// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <tuple>

#include "objective/network_problem.hpp"
#include "support/naive_network.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"

/// Compares back-propagation with central differences of a naive network in double. Kinks need no
/// special treatment, because none of these few fixed samples is within a millionth of one.
namespace fall_line {
namespace {

constexpr double relative = sizeof(Real) == 8 ? 1e-6 : 1e-4;
constexpr double absolute = sizeof(Real) == 8 ? 1e-9 : 2e-6;

struct Shape {
  const char* name;
  Task task;
  int outputs, classes;
};
constexpr std::array shapes{Shape{"two classes", Task::classification, 1, 2},
                            Shape{"three classes", Task::classification, 1, 3},
                            Shape{"one target", Task::regression, 1, 0},
                            Shape{"two targets", Task::regression, 2, 0}};
NetworkShape shape_for(const Shape& shape, int inputs, std::vector<std::size_t> hidden) {
  hidden.insert(hidden.begin(), static_cast<std::size_t>(inputs));
  hidden.push_back(
      static_cast<std::size_t>(output_units(shape.task, shape.classes, shape.outputs)));
  return dense_network(hidden);
}

/// Compares loss and gradient on the batch with those of the naive network.
void expect_gradient(const NetworkShape& network, const ActivationEntry& activation,
                     const LossEntry& loss, Penalty penalty, const Samples& samples,
                     const std::vector<std::uint32_t>& batch) {
  NetworkProblem problem(samples, all_training(samples), no_standardization(samples.inputs()),
                         Network(network, activation), loss, penalty);
  const NaiveNetwork naive{Layout(network), activation.id, loss.id, penalty};
  const Vector w = random_parameters(network.parameters());
  Vector g(w.size(), 42);
  problem.take(batch);
  const double value = problem.gradient(w, g);
  const std::vector<double> wide = to_double(w);
  EXPECT_NEAR(value, naive.value(wide, samples, batch), sizeof(Real) == 8 ? 1e-13 : 1e-5);
  const std::vector<double> expected = naive.gradient(wide, samples, batch);
  for (std::size_t i = 0; i < g.size(); ++i)
    EXPECT_NEAR(g[i], expected[i], absolute + relative * std::fabs(expected[i])) << "at " << i;
}

class Gradient
    : public testing::TestWithParam<std::tuple<const ActivationEntry*, const LossEntry*>> {};

TEST_P(Gradient, IsTheSlopeOfTheLoss) {
  const auto [activation, loss] = GetParam();
  for (const Shape& shape : shapes) {
    if (!loss->supports(shape.task)) continue;
    SCOPED_TRACE(shape.name);
    const Samples samples = random_samples(shape.task, 2, shape.outputs, shape.classes, 11);
    expect_gradient(shape_for(shape, 2, {5, 3}), *activation, *loss, {0.03, 0.2}, samples,
                    indices_up_to(11));
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Gradient,
                         testing::Combine(testing::ValuesIn(every(activations())),
                                          testing::ValuesIn(every(losses()))),
                         [](const auto& info) {
                           std::string name = std::string(std::get<0>(info.param)->id) + "_with_" +
                                              std::string(std::get<1>(info.param)->id);
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

TEST(Gradient, HoldsForEachPenaltyAlone) {
  for (const Penalty& penalty : {Penalty{}, Penalty{0.03, 0}, Penalty{0, 0.2}})
    for (const Shape& shape : shapes) {
      SCOPED_TRACE(testing::Message()
                   << shape.name << ", l1 " << penalty.l1 << ", l2 " << penalty.l2);
      const Samples samples = random_samples(shape.task, 2, shape.outputs, shape.classes, 11);
      expect_gradient(shape_for(shape, 2, {5, 3}), *activations()[0], default_loss(shape.task),
                      penalty, samples, indices_up_to(11));
    }
}

TEST(Gradient, HoldsAtEveryDepthAndWidth) {
  const ActivationEntry& activation = *activations()[0];
  for (const Shape& shape : shapes) {
    const Samples samples = random_samples(shape.task, 3, shape.outputs, shape.classes, 6);
    for (const std::vector<std::size_t>& hidden :
         {std::vector<std::size_t>{}, {1}, {9}, {4, 4, 4}, {1, 2, 3, 4}, {17, 2}}) {
      SCOPED_TRACE(testing::Message()
                   << shape.name << ", hidden " << testing::PrintToString(hidden));
      expect_gradient(shape_for(shape, 3, hidden), activation, default_loss(shape.task),
                      {0.01, 0.1}, samples, indices_up_to(6));
    }
  }
}

TEST(Gradient, HoldsForEveryBatch) {
  const ActivationEntry& activation = *activations()[0];
  const Shape& shape = shapes[1];
  const Samples samples = random_samples(shape.task, 2, shape.outputs, shape.classes, 300);
  const NetworkShape network = shape_for(shape, 2, {3});
  // Sizes just below and above the padding and the chunks of large batches, in another order.
  std::vector<std::uint32_t> order = indices_up_to(300);
  Stream("order", 1).shuffle(order);
  for (const std::size_t size : {1, 2, 3, 4, 5, 127, 128, 129, 255, 256, 257, 300}) {
    SCOPED_TRACE(size);
    expect_gradient(network, activation, default_loss(shape.task), {}, samples,
                    {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size)});
  }
}

TEST(Gradient, OfTheWholeSplitIsThatOfABatchOfAll) {
  const Shape& shape = shapes[3];
  const Samples samples = random_samples(shape.task, 2, shape.outputs, shape.classes, 200);
  const NetworkShape network = shape_for(shape, 2, {5, 3});
  NetworkProblem problem(samples, all_training(samples), no_standardization(2),
                         Network(network, *activations()[0]), default_loss(shape.task), {0.1, 0.2});
  const Vector w = random_parameters(network.parameters());
  Vector batch(w.size(), 42), full(w.size(), 43);
  const std::vector<std::uint32_t> all = indices_up_to(200);
  problem.take(all);
  EXPECT_EQ(problem.gradient(w, batch), problem.full_gradient(w, full));
  EXPECT_EQ(batch, full);
}

}  // namespace
}  // namespace fall_line
