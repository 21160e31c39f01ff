// SPDX-License-Identifier: MIT
#pragma once

extern "C" {

/// `rounds` times multiplies and adds on independent vectors of 128 bits, each with its next
/// operands in registers: what no kernel can outrun. Each round is 12 vectors of a multiplication
/// and an addition a lane. Returns something that depends on all of it.
double multiply_adds(int rounds);
}
