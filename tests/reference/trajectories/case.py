# SPDX-License-Identifier: MIT
"""A case: a rule or wrapper with its settings, its problems, and what the rule is given of them."""

from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import population_rules as population
import pytorch_rules as pytorch
import sampling_rules as sampling
import second_order_rules as second_order
import wrappers
from problems import PROBLEMS

STEPS = 200


def constant(rate):
    return [(1, rate)]


def changing(rate):
    """A rate that is divided by ten, then multiplied by five."""
    return [(1, rate), (31, rate / 10), (91, rate / 2)]


def rates_of(plan):
    """The rate of each step, from [(first step, rate)]."""
    return [[rate for first, rate in plan if first <= t][-1] for t in range(1, STEPS + 1)]


def descent(factor):
    """The rate for rules whose step is proportional to the gradient."""
    return lambda problem: factor * problem.descent


def same(rate):
    """The rate for rules whose step length does not depend on the gradient's."""
    return lambda problem: rate


class Slopes:
    """The problem's gradient, and everything else a rule may compute at a point."""

    def __init__(self, problem, disturb):
        self.problem, self.disturb = problem, disturb

    def __call__(self, w):
        return self.disturb(self.problem.gradient(w))

    def hessian_product(self, w, v):
        return self.disturb(self.problem.hessian_product(w, v))

    def kronecker_factors(self, w, random):
        return [self.disturb(factor) for factor in self.problem.network.kronecker_factors(w, random)]


class Surroundings(Slopes):
    """The same for rules that evaluate other points than the current one. Those are disturbed too."""

    def __call__(self, w):
        return super().__call__(self.disturb(w))

    def value(self, w):
        base = np.array(self.problem.rounds_at)
        value = self.disturb(self.problem.value(self.disturb(w)))
        return value + (self.disturb(base) - base)

    def hessian(self, w):
        return self.disturb(self.problem.hessian(self.disturb(w)))

    def residuals(self, w):
        return self.disturb(self.problem.residuals(self.disturb(w)))

    def jacobian(self, w):
        return self.disturb(self.problem.jacobian(self.disturb(w)))


@dataclass
class Case:
    run: Callable
    rate: Callable  # Problem -> rate
    plan: Callable  # constant or changing
    hyper: dict
    problems: list = field(default_factory=lambda: PROBLEMS)
    wrapper: Callable = None
    around: dict = field(default_factory=dict)  # The wrapper's hyperparameters.
    inside: str = ""  # The id of the rule that is wrapped.

    def sight(self, problem, disturb):
        """What the rule is given of a problem. Points that the rule makes up are disturbed too."""
        if self.run.__module__ == population.__name__:
            return Surroundings(problem, disturb).value
        if self.run.__module__ == sampling.__name__:
            return sampling.Samples(problem.network, disturb)
        if self.needs_float64():
            return Surroundings(problem, disturb)
        return Slopes(problem, disturb)

    def needs_float64(self):
        return self.run.__module__ == second_order.__name__

    def steps(self, *problem):
        rule = self.wrapper(self.run, **self.around) if self.wrapper else self.run
        return rule(*problem, **self.hyper)

    def against(self):
        if self.wrapper:
            torch = self.wrapper is wrappers.weight_averaging
            return "PyTorch 1.13" if torch else "NumPy transcription"
        return "PyTorch 1.13" if self.run.__module__ == pytorch.__name__ else "NumPy transcription"


def cases(run, rate, *settings, problems=PROBLEMS):
    return [Case(run, rate, plan, hyper, problems) for plan, hyper in settings]
