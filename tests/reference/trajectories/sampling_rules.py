# SPDX-License-Identifier: MIT
"""The rules that use the gradients of single samples, as generators like those in pytorch_rules.py
that are given Samples instead of the gradient.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parent.parent))
from streams import Stream  # noqa: E402


class Samples:
    """A network's training set in batches of three, in order. The last batch of an epoch may be
    smaller."""

    def __init__(self, network, disturb):
        self.network, self.disturb = network, disturb
        self.count = network.count()

    def gradient(self, w, indices):
        """The gradient of the mean loss over these samples."""
        return self.disturb(self.network.gradient(w, indices))

    def batches(self):
        while True:
            for first in range(0, self.count, 3):
                yield list(range(first, min(first + 3, self.count)))

    def cells(self):
        """Groups by class and by cell of a grid over the range of the inputs: 8 x 8 cells for two inputs,
        8 for one. Groups are numbered in order of appearance."""
        inputs = self.network.inputs
        low, high = inputs.min(0), inputs.max(0)
        places = np.minimum(np.floor((inputs - low) / (high - low) * 8), 7)
        regression = self.network.loss == "mean-squared-error"
        kinds = [
            (0 if regression else target, *place)
            for target, place in zip(self.network.targets, places)
        ]
        return np.array([list(dict.fromkeys(kinds)).index(kind) for kind in kinds])


def aw_sgd(w, samples, rates, blocks, samplerRate, mixture, groups):
    """Bouchard+ 2015 (1506.09016) with a softmax over groups and a uniform share. For each sample, draws
    a number that decides between uniform and learned probabilities. Then draws the sample if uniform, or
    a number for its group and the member of the group."""
    draws = Stream("optimizer", 1)
    N = samples.count
    group = samples.cells() if groups == 2 else np.arange(N)
    sizes = np.bincount(group)
    tau = np.log(sizes)
    average = 0
    for t, (eta, batch) in enumerate(zip(rates, samples.batches()), 1):
        sigma = np.exp(tau) / np.exp(tau).sum()
        q = (1 - mixture) * (sigma / sizes)[group] + mixture / N

        def one():
            if draws.uniform() < mixture:
                return draws.below(N)
            c = np.searchsorted(np.cumsum(sigma)[:-1], draws.uniform(), side="right")
            return np.flatnonzero(group == c)[draws.below(sizes[c])]

        drawn = [one() for _ in batch]
        d = np.array([samples.gradient(w, [i]) / (N * q[i]) for i in drawn])
        squares = (d**2).sum(1)
        average = 0.99 * average + 0.01 * squares.mean()
        terms = [
            square
            / (average / (1 - 0.99**t))
            * ((1 - mixture) * sigma[group[i]] / sizes[group[i]] / q[i])
            * (np.eye(len(tau))[group[i]] - sigma)
            for i, square in zip(drawn, squares)
        ]
        tau = tau + samplerRate * np.mean(terms, 0)
        w = yield w - eta * d.mean(0)


def svrg(w, samples, rates, blocks):
    """Johnson & Zhang 2013, Figure 1 with option I, on mini-batches."""
    left = 0
    for eta, batch in zip(rates, samples.batches()):
        if left == 0:
            snapshot, left = w, samples.count
            mean = samples.gradient(snapshot, list(range(samples.count)))
        left -= len(batch)
        w = yield w - eta * (samples.gradient(w, batch) - samples.gradient(snapshot, batch) + mean)
