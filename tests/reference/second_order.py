# SPDX-License-Identifier: MIT
"""Writes second_order.inc: where SciPy's minimizers end on the test surfaces, and their cost.

Run with SciPy 1.10: python3 second_order.py > second_order.inc

Each line holds the id of our rule, the surface, the start, and the number of evaluations. Evaluations
count up to and including the first point where no component of the gradient is larger than 1e-8. A
point counts once, for its value, its gradient, or both. A product with the Hessian counts 2. In least
squares the residuals of a point count 1 and their Jacobian 1 more. The number is 0 if that point is no
minimum, or was never reached.
"""

import warnings
from math import cos, e, exp, hypot, pi, sin, sqrt

import numpy as np
from scipy.optimize import least_squares, minimize

FLAT = 1e-8


class Jet:
    """A value with its gradient and Hessian with respect to x and y."""

    def __init__(self, f, g=(0.0, 0.0), h=((0.0, 0.0), (0.0, 0.0))):
        self.f, self.g, self.h = float(f), np.array(g, float), np.array(h, float)

    def __add__(self, other):
        other = jet(other)
        return Jet(self.f + other.f, self.g + other.g, self.h + other.h)

    def __mul__(self, other):
        other = jet(other)
        cross = np.outer(self.g, other.g)
        return Jet(
            self.f * other.f,
            self.g * other.f + self.f * other.g,
            self.h * other.f + self.f * other.h + cross + cross.T,
        )

    def __pow__(self, n):
        return self.chain(self.f**n, n * self.f ** (n - 1), n * (n - 1) * self.f ** (n - 2) if n > 1 else 0)

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -jet(other)

    def __rsub__(self, other):
        return jet(other) - self

    __radd__, __rmul__ = __add__, __mul__

    def chain(self, value, first, second):
        return Jet(value, first * self.g, second * np.outer(self.g, self.g) + first * self.h)


def jet(a):
    return a if isinstance(a, Jet) else Jet(a)


def sin_(a):
    return a.chain(sin(a.f), cos(a.f), -sin(a.f))


def cos_(a):
    return a.chain(cos(a.f), -sin(a.f), -cos(a.f))


def exp_(a):
    return a.chain(exp(a.f), exp(a.f), exp(a.f))


def sqrt_(a):
    root = sqrt(a.f)
    return a.chain(root, 0.5 / root, -0.25 / root**3) if root > 0 else Jet(root, (np.nan, np.nan))


def goldstein_price(x, y):
    a = (x + y + 1) ** 2 * (19 - 14 * x + 3 * x**2 - 14 * y + 6 * x * y + 3 * y**2)
    b = (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x**2 + 48 * y - 36 * x * y + 27 * y**2)
    return (1 + a) * (30 + b)


def ackley(x, y):
    bumps = exp_(0.5 * (cos_(2 * pi * x) + cos_(2 * pi * y)))
    return -20 * exp_(-0.2 * sqrt_(0.5 * (x**2 + y**2))) - bumps + 20 + e


# The surface is half the sum of their squares.
RESIDUALS = {
    "quadratic-bowl": lambda x, y: [x, y],
    "narrow-valley": lambda x, y: [x, 10 * y],
    "rosenbrock": lambda x, y: [sqrt(2) * (1 - x), sqrt(200) * (y - x**2)],
    "beale": lambda x, y: [
        sqrt(2) * (1.5 - x + x * y),
        sqrt(2) * (2.25 - x + x * y**2),
        sqrt(2) * (2.625 - x + x * y**3),
    ],
    "himmelblau": lambda x, y: [sqrt(2) * (x**2 + y - 11), sqrt(2) * (x + y**2 - 7)],
    "booth": lambda x, y: [sqrt(2) * (x + 2 * y - 7), sqrt(2) * (2 * x + y - 5)],
    "matyas": lambda x, y: [sqrt(0.5) * (x - y), sqrt(0.02) * (x + y)],
}


def squares(residuals):
    return lambda x, y: sum((0.5 * r**2 for r in residuals(x, y)), Jet(0))


SURFACES = {name: squares(residuals) for name, residuals in RESIDUALS.items()} | {
    "three-hump-camel": lambda x, y: 2 * x**2 - 1.05 * x**4 + (1 / 6) * x**6 + x * y + y**2,
    "mccormick": lambda x, y: sin_(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1,
    "styblinski-tang": lambda x, y: 0.5 * sum((z**4 - 16 * z**2 + 5 * z for z in (x, y)), Jet(0)),
    "goldstein-price": goldstein_price,
    "rastrigin": lambda x, y: 20 + sum((z**2 - 10 * cos_(2 * pi * z) for z in (x, y)), Jet(0)),
    "ackley": ackley,
}

# The corners of the drawn domain. The five starts have the same relative positions in each.
DOMAINS = {
    "quadratic-bowl": (-5, 5, -5, 5),
    "narrow-valley": (-2, 2, -2, 2),
    "rosenbrock": (-2, 2, -1, 3),
    "beale": (-4.5, 4.5, -4.5, 4.5),
    "himmelblau": (-5, 5, -5, 5),
    "booth": (-10, 10, -10, 10),
    "matyas": (-10, 10, -10, 10),
    "three-hump-camel": (-5, 5, -5, 5),
    "mccormick": (-1.5, 4, -3, 4),
    "styblinski-tang": (-5, 5, -5, 5),
    "goldstein-price": (-2, 2, -2, 2),
    "rastrigin": (-5.12, 5.12, -5.12, 5.12),
    "ackley": (-5, 5, -5, 5),
}
PLACES = [(0.2, 0.5), (0.625, 0.1875), (0.875, 0.8125), (0.375, 0.6875), (0.0625, 0.125)]


class Done(Exception):
    pass


class Counter:
    """A surface that counts its evaluations, and stops the minimizer at the first flat point."""

    def __init__(self, surface):
        self.surface = surface
        self.points, self.products, self.jacobians = set(), 0, 0
        self.end = None

    def at(self, w):
        return SURFACES[self.surface](Jet(w[0], (1, 0)), Jet(w[1], (0, 1)))

    def look(self, w):
        if self.end is not None:
            raise Done
        self.points.add(tuple(w))
        here = self.at(w)
        if np.abs(here.g).max() <= FLAT:
            self.end = (tuple(w), here)
        return here

    def value(self, w):
        return self.look(w).f

    def gradient(self, w):
        if self.end is not None and tuple(w) != self.end[0]:
            raise Done
        self.points.add(tuple(w))
        return (self.end[1] if self.end is not None else self.look(w)).g

    def product(self, w, v):
        if self.end is not None:
            raise Done
        self.products += 1
        return self.at(w).h @ v

    def residuals(self, w):
        self.look(w)
        rows = RESIDUALS[self.surface](Jet(w[0], (1, 0)), Jet(w[1], (0, 1)))
        return np.array([r.f for r in rows])

    def jacobian(self, w):
        if self.end is not None:
            raise Done
        self.jacobians += 1
        rows = RESIDUALS[self.surface](Jet(w[0], (1, 0)), Jet(w[1], (0, 1)))
        return np.array([r.g for r in rows])

    def cost(self):
        return len(self.points) + 2 * self.products + self.jacobians


def run(rule, counter, start):
    smooth = {"fun": counter.value, "jac": counter.gradient, "x0": start}
    products = smooth | {"hessp": counter.product}
    if rule == "bfgs":
        minimize(method="BFGS", options={"gtol": FLAT}, **smooth)
    elif rule == "l-bfgs":
        minimize(method="L-BFGS-B", options={"gtol": FLAT, "ftol": 0, "maxcor": 10}, **smooth)
    elif rule == "conjugate-gradient":
        minimize(method="CG", options={"gtol": FLAT}, **smooth)
    elif rule == "newton":
        minimize(method="Newton-CG", options={"xtol": 1e-12}, **products)
    elif rule == "trust-region":
        minimize(method="trust-ncg", options={"gtol": FLAT}, **products)
    else:
        tolerances = {"xtol": 1e-15, "ftol": 1e-15, "gtol": 1e-15}
        least_squares(counter.residuals, start, counter.jacobian, method="lm", **tolerances)


def is_minimum(w, here):
    """Excludes points on a plateau and points far away."""
    return np.linalg.eigvalsh(here.h)[0] > 1e-3 and hypot(*w) < 100


def main():
    warnings.simplefilter("ignore")
    rules = ["bfgs", "l-bfgs", "conjugate-gradient", "newton", "trust-region", "levenberg-marquardt"]
    for rule in rules:
        for surface, (left, right, low, high) in DOMAINS.items():
            if rule == "levenberg-marquardt" and surface not in RESIDUALS:
                continue
            for across, up in PLACES:
                start = [left + across * (right - left), low + up * (high - low)]
                counter = Counter(surface)
                try:
                    run(rule, counter, start)
                except (Done, OverflowError, ZeroDivisionError, np.linalg.LinAlgError):
                    pass
                cost = counter.cost() if counter.end and is_minimum(*counter.end) else 0
                print(f'{{"{rule}", "{surface}", {start[0]!r}, {start[1]!r}, {cost}}},')


if __name__ == "__main__":
    main()
