// SPDX-License-Identifier: MIT
#include "peak.hpp"

#include "numeric/lanes.hpp"

using namespace fall_line;

/// A cycle starts two multiplications and two additions, and each takes three cycles. Twelve chains
/// keep all units busy, and with the two constants they fit into sixteen registers.
double multiply_adds(int rounds) {
  constexpr int chains = 12;
  const Lanes factor = splat(Real(0.999)), term = splat(Real(0.001));
  Lanes a[chains];
  for (int i = 0; i < chains; ++i) a[i] = splat(static_cast<Real>(i));
  for (int round = 0; round < rounds; ++round)
    for (Lanes& v : a) v = v * factor + term;
  Real total = 0;
  for (const Lanes& v : a) total += sum(v);
  return total;
}
