# SPDX-License-Identifier: MIT
"""Prints the minimax polynomials and rational functions of core/numeric, and their largest errors.

Run with Python 3 and mpmath: python3 special_coefficients.py
"""

import mpmath
from mpmath import cos, erf, erfc, factorial, log, mp, mpf, pi, sqrt

mp.dps = 60


def evaluate(coefficients, x):
    value = mpf(0)
    for c in reversed(coefficients):
        value = value * x + c
    return value


def alternation(errors, count):
    """The points of the largest error in each interval of constant sign. Keeps `count` of them."""
    peaks = []
    for i, error in enumerate(errors):
        if not peaks or (error > 0) != (errors[peaks[-1]] > 0):
            peaks.append(i)
        elif abs(error) > abs(errors[peaks[-1]]):
            peaks[-1] = i
    while len(peaks) > count:
        peaks.pop(0 if abs(errors[peaks[0]]) < abs(errors[peaks[-1]]) else -1)
    return peaks


def minimax(function, weight, low, high, count, grid=1500):
    """The `count` coefficients that minimize max |weight (function - polynomial)| (Remez 1934).

    Works on a grid of Chebyshev points. Solves for errors of equal size and alternating sign at
    count + 1 points, moves these points to the largest errors, and repeats until the errors are equal.
    """
    low, high = mpf(low), mpf(high)
    xs = [(low + high - (high - low) * cos(pi * (i + mpf(1) / 2) / grid)) / 2 for i in range(grid)]
    values, weights = [function(x) for x in xs], [weight(x) for x in xs]
    points = [int(grid * (i + 0.5) / (count + 1)) for i in range(count + 1)]
    for _ in range(30):
        system, right = mpmath.matrix(count + 1, count + 1), mpmath.matrix(count + 1, 1)
        for row, i in enumerate(points):
            for power in range(count):
                system[row, power] = xs[i] ** power
            system[row, count] = (-1) ** row / weights[i]
            right[row] = values[i]
        *coefficients, level = mpmath.lu_solve(system, right)
        errors = [w * (v - evaluate(coefficients, x)) for x, v, w in zip(xs, values, weights)]
        points, largest = alternation(errors, count + 1), max(map(abs, errors))
        if largest < abs(level) * mpf("1.001"):
            return coefficients, largest
    raise ArithmeticError("the exchange has not converged")


def minimax_quotient(function, high, above, below, grid=500):
    """P and Q of degrees `above` and `below`, Q(0) = 1, that minimize max |1 - P / (Q function)|
    from 0 to high. The same exchange; the error is multiplied by the Q of the previous round."""
    count = above + below + 2
    xs = [high * (1 - cos(pi * (i + mpf(1) / 2) / grid)) / 2 for i in range(grid)]
    values, q = [function(x) for x in xs], [mpf(1)] * grid
    points = [int(grid * (i + 0.5) / count) for i in range(count)]
    for _ in range(30):
        system, right = mpmath.matrix(count, count), mpmath.matrix(count, 1)
        for row, i in enumerate(points):
            for power in range(above + 1):
                system[row, power] = xs[i] ** power
            for power in range(1, below + 1):
                system[row, above + power] = -values[i] * xs[i] ** power
            system[row, count - 1] = (-1) ** row * values[i] * q[i]
            right[row] = values[i]
        *coefficients, level = mpmath.lu_solve(system, right)
        P, Q = coefficients[: above + 1], [mpf(1), *coefficients[above + 1 :]]
        q = [evaluate(Q, x) for x in xs]
        errors = [1 - evaluate(P, x) / (w * v) for x, w, v in zip(xs, q, values)]
        points, largest = alternation(errors, count), max(map(abs, errors))
        if largest < abs(level) * mpf("1.001"):
            return P, Q, largest
    raise ArithmeticError("the exchange has not converged")


def show(name, *problem):
    coefficients, error = minimax(*problem)
    print(f"{name}: 2^{float(log(error, 2)):.1f}")
    print("   ", ", ".join(float(c).hex() for c in coefficients))


def series(term, first, terms=45):
    """The sum over k >= first of term(k) z^(k - first): the tail of a series, without cancellation."""
    coefficients = [term(k) for k in range(first, first + terms)]
    return lambda z: evaluate(coefficients, z)


margin = mpf("1.0001")  # reductions may round past the end
exp_end = log(2) / 2 * margin
exp_rest = series(lambda k: 1 / factorial(k), 3)
show("exponential.hpp", exp_rest, lambda r: abs(r**3 / mpmath.expm1(r)), -exp_end, exp_end, 10)

log_end = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * margin
show("logarithm.hpp", series(lambda k: mpf(2) / (2 * k + 1), 1), lambda z: z / 2, 0, log_end, 7)
pow_rest = series(lambda k: mpf(2) / (2 * k + 1), 2)
show("special_power.cpp", pow_rest, lambda z: z * z / 2, 0, log_end, 8)

turn_end = (pi / 4) ** 2 * margin
sin_rest = series(lambda k: (-1) ** k / factorial(2 * k + 1), 1)
show("special_trigonometric.cpp, sin", sin_rest, lambda z: z, 0, turn_end, 6)
cos_rest = series(lambda k: (-1) ** k / factorial(2 * k), 2)
cos_weight = lambda z: z * z / cos(sqrt(z))
show("special_trigonometric.cpp, cos", cos_rest, cos_weight, 0, turn_end, 6)

erf_rest = lambda x: -log(erfc(x)) / x - 1
show("special_error_function.cpp", erf_rest, lambda x: x * erfc(x) / erf(x), "1e-12", 6, 26)

# For lanes: fewer terms if Real is float, and log1p on all of [0, 1] without a reduction.
exp_weight = lambda r: abs(r**3 / mpmath.expm1(r))
show("lane_functions.hpp, float, exp", exp_rest, exp_weight, -exp_end, exp_end, 5)
log1p_rest = series(lambda k: mpf(2) / (2 * k + 1), 1)
log1p_end = mpf(1) / 9 * margin
show("lane_functions.hpp, float, log1p", log1p_rest, lambda z: z / 2, 0, log1p_end, 4)
show("lane_functions.hpp, double, log1p", log1p_rest, lambda z: z / 2, 0, log1p_end, 10)

P, Q, error = minimax_quotient(lambda z: mpmath.tanh(sqrt(z)) / sqrt(z), mpf("9.02") ** 2, 4, 4)
print(f"lane_functions.hpp, float, tanh: 2^{float(log(error, 2)):.1f}")
for coefficients in P, Q:
    print("   ", ", ".join(float(c).hex() for c in coefficients))
