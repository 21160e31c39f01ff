# SPDX-License-Identifier: MIT
"""The second-order rules, as generators like those in pytorch_rules.py that are given a Problem's
values, Hessian, and residuals in addition to its gradient. Equation numbers refer to Nocedal & Wright,
Numerical optimization, 2nd edition, unless another paper is named. The generators return True when they
have converged, and None when a search fails.
"""

import numpy as np
from line_searches import Line, backtracking, backtracking_by_cubics, strong_wolfe

# The indices of choices.
EXACT, BACKTRACKING, STRONG_WOLFE = range(3)
DAMPED, SADDLE_FREE = range(2)
NONE, CUBICS = range(2)
PR_PLUS, FR, HS = range(3)


def flat(g):
    return np.abs(g).max() <= 1e-10


def first_length(g):
    """The first trial step along p = -g, if nothing is known about its scale: at most 1 long."""
    return 1 / max(1, np.linalg.norm(g))


def line_search(w, f, rates, blocks, search, initialStep, c1, c2, shrink):
    """(3.1) with p = -g."""
    promise = None
    for _ in rates:
        g = f(w)
        if flat(g):
            return True
        alpha = None
        if search == BACKTRACKING:
            alpha = backtracking(f, w, -g, initialStep, shrink, c1)
        elif search == EXACT:
            alpha = exact(f, w, g)
        if search == STRONG_WOLFE or search == EXACT and alpha is None:
            first = initialStep if promise is None else promise / (g @ g)  # (3.60)
            alpha = strong_wolfe(f, w, -g, first, c1, c2)
        if alpha is None:
            return False
        promise = alpha * (g @ g)
        w = yield w - alpha * g


def exact(f, w, g):
    """(3.26), or None if more than a thousandth of the slope is left there, so f is not quadratic."""
    bend = g @ f.hessian(w) @ g
    if bend <= 0:
        return None
    line = Line(f, w, -g)
    there = line.at((g @ g) / bend)
    lower = line.decreases(there, 0)
    return there.alpha if lower and abs(there.slope) <= 1e-3 * (g @ g) else None


def newton(w, f, rates, blocks, variant, damping, search):
    """(3.38) with the curvatures of H damped, p = -Q (Lambda + delta)^-1 Q'g; or saddle-free, (13) of
    Dauphin+ 2014 (1406.2572), with |Lambda| + delta."""
    for eta in rates:
        g = f(w)
        if flat(g):
            return True
        values, Q = np.linalg.eigh(f.hessian(w))
        if variant == SADDLE_FREE:
            values = np.abs(values)
        p = -Q @ ((Q.T @ g) / (values + damping))
        if search == CUBICS:
            # A step uphill can't lower the loss, however short.
            eta = backtracking_by_cubics(f, w, p, eta, 1e-4) if g @ p < 0 else None
            if eta is None:
                return False
        w = yield w + eta * p


def trust_region(w, f, rates, blocks, radius):
    """Algorithm 4.1 with eta = 0.15 and no maximum radius. steihaug() gives each p. Rejected trials are
    part of the step that follows."""
    Delta = radius
    for _ in rates:
        g = f(w)
        if flat(g):
            return True
        value = f.value(w)
        rounding = 50 * np.finfo(float).eps * abs(value)
        rho = 0
        while rho <= 0.15:
            p, promise, at_boundary = steihaug(f, w, g, Delta)
            fall = value - f.value(w + p)
            small = promise <= rounding and abs(fall) <= rounding
            rho = 1 if small else fall / promise  # (4.4)
            if rho < 1 / 4:
                Delta = Delta / 4
            elif rho > 3 / 4 and at_boundary:
                Delta = 2 * Delta
        w = yield w + p


def steihaug(f, w, g, Delta):
    """Steihaug 1983: Algorithm 7.2 with the accuracy of Algorithm 7.1. Returns p, the decrease of the
    model, and whether p ends at the boundary. There tau > 0, as in the paper. The book would also try
    the other end of the line."""
    epsilon = min(0.5, np.sqrt(np.linalg.norm(g))) * np.linalg.norm(g)
    B, z, r, d = f.hessian(w), np.zeros_like(w), g, -g

    def promise(p):
        return -(g @ p + p @ B @ p / 2)  # (4.5)

    while True:
        Bd = B @ d
        alpha = (r @ r) / (d @ Bd)
        if d @ Bd <= 0 or np.linalg.norm(z + alpha * d) >= Delta:
            # |z + tau d| = Delta
            a, b, c = d @ d, 2 * z @ d, z @ z - Delta**2
            p = z + (-b + np.sqrt(b**2 - 4 * a * c)) / (2 * a) * d
            return p, promise(p), True
        z = z + alpha * d
        r_next = r + alpha * Bd
        if np.linalg.norm(r_next) < epsilon:
            return z, promise(z), False
        d = -r_next + (r_next @ r_next) / (r @ r) * d
        r = r_next


def bfgs(w, f, rates, blocks, c1, c2):
    """Algorithm 6.1, with H_0 by (6.20) after the first step."""
    one = np.eye(len(w))
    H = None
    for _ in rates:
        g = f(w)
        if flat(g):
            return True
        p = -g if H is None else -H @ g  # (6.18)
        alpha = strong_wolfe(f, w, p, first_length(g) if H is None else 1, c1, c2)
        if alpha is None:
            return False
        before, w = w, (yield w + alpha * p)
        s, y = w - before, f(w) - g  # (6.5)
        if H is None:
            H = (y @ s) / (y @ y) * one  # (6.20)
        rho = 1 / (y @ s)  # (6.14)
        V = one - rho * np.outer(y, s)
        H = V.T @ H @ V + rho * np.outer(s, s)  # (6.17)


def l_bfgs(w, f, rates, blocks, memory, c1, c2):
    """Algorithm 7.5; Liu & Nocedal 1989."""
    pairs = []
    for _ in rates:
        g = f(w)
        if flat(g):
            return True
        p = -two_loops(g, pairs)
        alpha = strong_wolfe(f, w, p, 1 if pairs else first_length(g), c1, c2)
        if alpha is None:
            return False
        before, w = w, (yield w + alpha * p)
        pairs = [*pairs, (w - before, f(w) - g)][-memory:]


def two_loops(q, pairs):
    """Algorithm 7.4."""
    alphas = []
    for s, y in reversed(pairs):
        alphas.append((s @ q) / (y @ s))
        q = q - alphas[-1] * y
    if pairs:
        s, y = pairs[-1]
        q = (s @ y) / (y @ y) * q  # (7.20)
    for (s, y), alpha in zip(pairs, reversed(alphas)):
        beta = (y @ q) / (y @ s)
        q = q + s * (alpha - beta)
    return q


def conjugate_gradient(w, f, rates, blocks, beta, c1, c2):
    """Algorithm 5.4 and its variants, restarted with p = -g after n steps (p. 124)."""
    p = last = promise = None
    since = 0
    for _ in rates:
        g = f(w)
        if flat(g):
            return True
        kept = 0
        if 0 < since < len(w):
            y = g - last
            if beta == FR:
                kept = (g @ g) / (last @ last)  # (5.41a)
            elif beta == PR_PLUS:
                kept = max(0, (g @ y) / (last @ last))  # (5.44), (5.45)
            else:
                kept = max(0, (g @ y) / (y @ p))  # (5.46)
        p = -g if kept == 0 else -g + kept * p
        since = 1 if kept == 0 else since + 1
        if g @ p >= 0:
            p, since = -g, 1
        first = first_length(g) if promise is None else promise / -(g @ p)  # (3.60)
        alpha = strong_wolfe(f, w, p, first, c1, c2)
        if alpha is None:
            return False
        promise, last = alpha * -(g @ p), g
        w = yield w + alpha * p


def normal_step(r, J, mu):
    """(10.31)"""
    return np.linalg.solve(J.T @ J + mu * np.eye(J.shape[1]), -J.T @ r)


def gauss_newton(w, f, rates, blocks, mu):
    """Section 10.3 with a constant mu. Algorithm 3.1 along p with c = 1e-4 and rho = 1/2."""
    for eta in rates:
        r, J = f.residuals(w), f.jacobian(w)
        g = J.T @ r
        if flat(g):
            return True
        p = normal_step(r, J, mu)
        smallest = 1e-12 * eta
        while f.value(w + eta * p) > f.value(w) + 1e-4 * eta * (g @ p):  # (3.4)
            eta = eta / 2
            if eta <= smallest:
                return True
        w = yield w + eta * p


def levenberg_marquardt(w, f, rates, blocks, mu, factor, muMax):
    """Hagan & Menhaj 1994, steps 1-5, with mu at least 1e-20."""
    for _ in rates:
        r, J = f.residuals(w), f.jacobian(w)
        if flat(J.T @ r):
            return True
        value = f.value(w)
        while mu <= muMax:
            p = normal_step(r, J, mu)
            if f.value(w + p) < value:
                break
            mu = mu * factor
        else:
            return True
        mu = max(mu / factor, 1e-20)
        w = yield w + p
