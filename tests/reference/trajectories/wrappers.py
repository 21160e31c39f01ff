# SPDX-License-Identifier: MIT
"""Wrappers around the generators of pytorch_rules.py and paper_rules.py. Each takes a rule and returns
such a generator. They are written from the papers, except for weight averaging, which uses PyTorch.
"""

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel


def lookahead(rule, k, alpha):
    """Zhang+ 2019 (1907.08610), Algorithm 1. Yields the fast weights, which equal the slow ones after
    every k steps, and the slow weights."""

    def run(w, gradient, rates, blocks, **hyper):
        phi = w
        inner = rule(w, gradient, rates, blocks, **hyper)
        sent = None
        for t, _ in enumerate(rates, 1):
            theta = inner.send(sent)
            if t % k == 0:
                phi = phi + alpha * (theta - phi)
                theta = phi
            sent = yield theta, phi

    return run


def sam(rule, rho):
    """Foret+ 2021 (2010.01412), Algorithm 1 with p = 2."""

    def run(w, gradient, rates, blocks, **hyper):
        def at_the_worst_point(w):
            g = gradient(w)
            epsilon = rho * g / np.linalg.norm(g)  # (2)
            return gradient(w + epsilon)  # (3)

        return rule(w, at_the_worst_point, rates, blocks, **hyper)

    return run


class Point(torch.nn.Module):
    def __init__(self, w):
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor(w))


def weight_averaging(rule, start, budget, period):
    """Izmailov+ 2018 (1803.05407), Algorithm 1, by torch.optim.swa_utils. Yields the iterate and the
    point to evaluate. That is the average, or the iterate until there is one."""

    def run(w, gradient, rates, blocks, **hyper):
        average = AveragedModel(Point(w))
        first = round(start * budget)
        inner = rule(w, gradient, rates, blocks, **hyper)
        sent = None
        for t, _ in enumerate(rates, 1):
            point = inner.send(sent)
            if t >= first and (t - first) % period == 0:
                average.update_parameters(Point(point))
            judged = average.module.w.detach().numpy().copy() if average.n_averaged else point
            sent = yield point, judged

    return run
