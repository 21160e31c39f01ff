# SPDX-License-Identifier: MIT
"""The trajectories to write for wrappers: for each wrapper, settings x cases of an inner rule."""

import wrappers
from case import Case
from cases import RULES


def around(wrapper, *settings):
    """`settings` are the inner rule, the number of its case, and the wrapper's hyperparameters."""
    cases = []
    for inside, number, hyper in settings:
        case = RULES[inside][number]
        cases.append(
            Case(case.run, case.rate, case.plan, case.hyper, case.problems, wrapper, hyper, inside)
        )
    return cases


WRAPPERS = {
    "lookahead": around(
        wrappers.lookahead,
        ("sgd", 0, dict(k=5, alpha=0.5)),
        ("sgd", 1, dict(k=3, alpha=0.8)),
        ("adam", 0, dict(k=5, alpha=0.5)),
        ("adam", 2, dict(k=7, alpha=0.3)),
    ),
    "sam": around(
        wrappers.sam,
        ("sgd", 0, dict(rho=0.05)),
        ("sgd", 1, dict(rho=0.01)),
        ("adam", 2, dict(rho=0.05)),
    ),
    "weight-averaging": around(
        wrappers.weight_averaging,
        ("sgd", 1, dict(start=0.25, budget=40, period=1)),
        ("momentum", 1, dict(start=0.75, budget=50, period=3)),
        ("adam", 2, dict(start=0, budget=200, period=5)),
    ),
}
