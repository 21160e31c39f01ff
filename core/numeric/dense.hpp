// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

#include "numeric/real.hpp"

/// Dense symmetric matrices, row-major n × n, in plain loops with one order of summation. A library
/// would be faster on matrices far larger than a step may take, at twenty times the code.
namespace fall_line::dense {

/// a·b in double, in order of index.
double dot(std::span<const Real> a, std::span<const Real> b);
/// √(a·a)
double norm(std::span<const Real> a);
/// y = A x
void multiply(std::span<const Real> a, std::span<const Real> x, std::span<Real> y);

/// Replaces the lower triangle of A by L with A = L L^T. False: A is not positive definite.
bool cholesky(std::span<Real> a, std::size_t n);
/// Solves L L^T x = b, with b in x.
void cholesky_solve(std::span<const Real> l, std::span<Real> x);

/// A = sum of values[i] q_i q_i^T: replaces A by its eigenvectors q_i, one a row, for the values in
/// ascending order. False: A is not finite.
bool symmetric_eigen(std::span<float> a, std::span<float> values);
bool symmetric_eigen(std::span<double> a, std::span<double> values);

}  // namespace fall_line::dense
