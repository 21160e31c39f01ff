// SPDX-License-Identifier: MIT
#include "numeric/kernels.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "numeric/random.hpp"
#include "peak.hpp"

/// Times the kernels alone, on the most expensive layer of each workload.
namespace fall_line::kernels {
namespace {

using benchmark::State;

struct Layer {
  const char* name;
  std::size_t inputs, outputs, samples;

  std::size_t batch() const { return padded(samples); }
  /// Multiplications and additions in one matrix product, without padding.
  double operations() const { return 2.0 * double(inputs) * double(outputs) * double(samples); }
};
constexpr Layer layers[] = {{"W1 2-4", 2, 4, 10},
                            {"W2 8-8", 8, 8, 10},
                            {"W3 64-32", 64, 32, 32},
                            {"W4 784-128", 784, 128, 64}};

std::vector<Real> random_values(std::size_t count) {
  Stream stream("benchmark", 1);
  std::vector<Real> values(count);
  for (Real& value : values) value = static_cast<Real>(stream.uniform() - 0.5);
  return values;
}

/// Times `work`, which does the given number of operations.
template <class Work>
void repeat(State& state, double operations, Work work) {
  for (auto _ : state) {
    work();
    benchmark::ClobberMemory();
  }
  state.counters["operations"] =
      benchmark::Counter(operations, benchmark::Counter::kIsIterationInvariantRate);
}

/// Y = W X + bias.
void forward(State& state, const Layer& l) {
  const auto w = random_values(l.outputs * l.inputs), bias = random_values(l.outputs),
             x = random_values(l.inputs * l.batch());
  std::vector<Real> y(l.outputs * l.batch());
  const MatrixView m{w.data(), l.outputs, l.inputs, l.inputs, 1};
  repeat(state, l.operations(), [&] { multiply(m, bias.data(), x.data(), y.data(), l.batch()); });
}

/// The gradient at the inputs: the transposed matrix times the gradient at the outputs.
void backward(State& state, const Layer& l) {
  const auto w = random_values(l.outputs * l.inputs), d = random_values(l.outputs * l.batch());
  std::vector<Real> y(l.inputs * l.batch());
  const MatrixView transposed{w.data(), l.inputs, l.outputs, 1, l.inputs};
  repeat(state, l.operations(),
         [&] { multiply(transposed, nullptr, d.data(), y.data(), l.batch()); });
}

/// The gradient of the weights and biases.
void gradient(State& state, const Layer& l) {
  const auto d = random_values(l.outputs * l.batch()), x = random_values(l.inputs * l.batch());
  std::vector<Real> g(l.outputs * l.inputs), sums(l.outputs);
  repeat(state, l.operations(), [&] {
    outer_product(d.data(), l.outputs, x.data(), l.inputs, {g.data(), sums.data(), false},
                  l.batch());
  });
}

void squares(State& state, const Layer& l) {
  const auto g = random_values(l.outputs * l.inputs);
  repeat(state, 2 * double(g.size()), [&] { benchmark::DoNotOptimize(sum_of_squares(g)); });
}

void finite(State& state, const Layer& l) {
  const auto w = random_values(l.outputs * l.inputs);
  repeat(state, 2 * double(w.size()), [&] { benchmark::DoNotOptimize(all_finite(w)); });
}

void peak(State& state) {
  constexpr int rounds = 1000;
  const double operations = 12 * 2 * 16 / sizeof(Real) * rounds;
  repeat(state, operations, [] { benchmark::DoNotOptimize(multiply_adds(rounds)); });
}

using Measure = void (*)(State&, const Layer&);
constexpr struct {
  const char* name;
  Measure measure;
} measures[] = {{"multiply", forward},
                {"multiply transposed", backward},
                {"outer_product", gradient},
                {"sum_of_squares", squares},
                {"all_finite", finite}};

}  // namespace
}  // namespace fall_line::kernels

int main(int count, char** arguments) {
  using namespace fall_line::kernels;
  for (const auto& [name, measure] : measures)
    for (const Layer& layer : layers) {
      const std::string title = std::string(name) + ", " + layer.name;
      benchmark::RegisterBenchmark(title.c_str(), measure, layer);
    }
  benchmark::RegisterBenchmark("peak", peak);
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
