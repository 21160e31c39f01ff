// SPDX-License-Identifier: MIT
#pragma once

extern "C" {

/// Multiplies and adds independent 128-bit vectors held in registers, an upper limit on the speed
/// of any kernel. Each round does a multiplication and an addition in every lane of 12 vectors.
/// Returns a value that depends on all results, so the compiler can't skip the work.
double multiply_adds(int rounds);
}
