// SPDX-License-Identifier: MIT
#include "network/activations/entries.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = tanh z, f' = 1 - a², f'' = -2a f'
struct Function {
  static Real value(Real z) { return static_cast<Real>(special::tanh(z)); }
  static Real derivative(Real, Real a) { return 1 - a * a; }
  static Real second_derivative(Real, Real a) { return -2 * a * (1 - a * a); }
};

}  // namespace

constinit const ActivationEntry activation_entries::tanh = activation_entry<Function>({
    .id = "tanh",
    .name = "tanh",
    .summary =
        "A smooth step from -1 to 1, centred on 0; flat far from it, where gradients vanish.",
});

}  // namespace fall_line
