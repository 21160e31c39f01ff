# SPDX-License-Identifier: MIT
"""Line searches of Nocedal & Wright, Numerical optimization, 2nd edition, chapter 3. Where the book
leaves a choice, they do as the engine does: how far a trial may go, and that differences within
rounding are ignored. Each returns the step length, or None if it finds none. No paper says what a rule
does then, so the trajectory ends there.
"""

from typing import NamedTuple

import numpy as np

EXPANSIONS, TRIALS = 12, 30


class Trial(NamedTuple):
    alpha: float
    value: float
    slope: float


class Line:
    """phi(alpha) = f(w + alpha p) and its derivative."""

    def __init__(self, f, w, p):
        self.f, self.w, self.p = f, w, p
        self.zero = self.at(0)
        self.rounding = 50 * np.finfo(float).eps * abs(self.zero.value)

    def at(self, alpha):
        w = self.w + alpha * self.p
        return Trial(alpha, self.f.value(w), self.f(w) @ self.p)

    def decreases(self, trial, c1):
        """(3.6a), the sufficient decrease."""
        bound = self.zero.value + c1 * trial.alpha * self.zero.slope
        return trial.value <= bound + self.rounding


def cubic(a, b):
    """(3.59): the minimum of the cubic through two trials and their slopes, or else the middle."""
    d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.alpha - b.alpha)
    square = d1**2 - a.slope * b.slope
    if square < 0:
        return (a.alpha + b.alpha) / 2
    d2 = np.sign(b.alpha - a.alpha) * np.sqrt(square)
    part = (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
    return b.alpha - (b.alpha - a.alpha) * part


def strong_wolfe(f, w, p, first, c1, c2):
    """Algorithm 3.5. The next trial is the cubic's minimum if that is ahead by between a tenth and a
    hundred times the last advance. Otherwise it is four times the last advance."""
    line = Line(f, w, p)
    c2 = max(c1, c2)
    before, alpha = line.zero, first
    for i in range(EXPANSIONS):
        here = line.at(alpha)
        if not line.decreases(here, c1) or here.value > before.value + line.rounding:
            return zoom(line, before, here, c1, c2, i + 1)
        if abs(here.slope) <= -c2 * line.zero.slope:  # (3.7b)
            return alpha
        if here.slope >= 0:
            return zoom(line, here, before, c1, c2, i + 1)
        advance, guess = alpha - before.alpha, cubic(before, here)
        if guess > alpha:
            alpha += min(max(guess - alpha, 0.1 * advance), 100 * advance)
        else:
            alpha += 4 * advance
        before = here


def zoom(line, low, high, c1, c2, trials):
    """Algorithm 3.6. A trial stays a thousandth of the interval away from its ends. It is the middle if
    the last two trials have left more than 0.66 of the interval (Moré & Thuente 1994)."""
    widths = []
    for _ in range(trials, TRIALS):
        width = abs(high.alpha - low.alpha)
        widths.append(width)
        left = min(low.alpha, high.alpha)
        slow = len(widths) > 2 and width > 0.66 * widths[-3]
        alpha = left + width / 2 if slow else cubic(low, high)
        here = line.at(min(max(alpha, left + 1e-3 * width), left + width - 1e-3 * width))
        if not line.decreases(here, c1) or here.value > low.value + line.rounding:
            high = here
            continue
        if abs(here.slope) <= -c2 * line.zero.slope:
            return here.alpha
        if here.slope * (high.alpha - low.alpha) >= 0:
            high = low
        low = here


def backtracking(f, w, p, first, shrink, c1):
    """Algorithm 3.1."""
    line, alpha = Line(f, w, p), first
    while alpha > 0:
        if line.decreases(line.at(alpha), c1):
            return alpha
        alpha *= shrink


def backtracking_by_cubics(f, w, p, first, c1):
    """Section 3.5, "Interpolation", with (3.59) from the first trial on. Each trial is between a tenth
    and a half of the last."""
    line, alpha = Line(f, w, p), first
    while alpha > 0:
        here = line.at(alpha)
        if line.decreases(here, c1):
            return alpha
        alpha = min(max(cubic(line.zero, here), alpha / 10), alpha / 2)
