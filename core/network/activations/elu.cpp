// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/lane_functions.hpp"

namespace fall_line {
namespace {

/// f(z) = z above 0, e^z - 1 below (alpha = 1; Clevert+ 2016, 1511.07289)
struct Function {
  static Lanes value(Lanes z) {
    // Beyond -60 it is -1 to the last bit.
    return select(z > Real{0}, z, lane::expm1(-lane::at_most(60, lane::magnitude(z))));
  }
  static Lanes derivative(Lanes z, Lanes a) { return select(z > Real{0}, Real{1}, a + Real{1}); }
  static Real second_derivative(Real z, Real a) { return z > 0 ? Real{0} : a + 1; }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry elu =
    activation_entry<Function>({.id = "elu", .idle = dies});

extern constinit const Docs elu_docs = {
    .name = "ELU",
    .summary = "Like ReLU above 0, but approaches -1 smoothly below.",
    .code = {.pytorch = "torch.nn.ELU()", .keras = "\"elu\""},
};

}  // namespace activation_entries
}  // namespace fall_line
