# SPDX-License-Identifier: MIT
"""Seven surfaces and six small networks, each a function of one flat float64 tensor.

All numbers here are exact in float32 too, so both precisions start from the same point.
"""

from dataclasses import dataclass, replace
from typing import Callable

import numpy as np
import torch


@dataclass
class Problem:
    name: str
    start: np.ndarray
    loss: Callable[[torch.Tensor], torch.Tensor]
    blocks: list  # (offset, rows, columns) of each weight matrix and bias vector.
    descent: float  # A learning rate that suits plain gradient descent.
    # The least magnitude for the rounding of the loss: a small cross-entropy is computed from
    # logarithms near one, and has their rounding error.
    rounds_at: float = 0
    network: "Network" = None  # If the loss is a mean over samples.
    errors: Callable[[torch.Tensor], torch.Tensor] = None  # r, if the loss is |r|^2 / 2.

    def value(self, w):
        return self.loss(torch.tensor(w)).numpy()

    def gradient(self, w):
        w = torch.tensor(w, requires_grad=True)
        (g,) = torch.autograd.grad(self.loss(w), w)
        return g.numpy()

    def hessian_product(self, w, v):
        w = torch.tensor(w, requires_grad=True)
        (g,) = torch.autograd.grad(self.loss(w), w, create_graph=True)
        (product,) = torch.autograd.grad(g @ torch.tensor(v), w)
        return product.numpy()

    def hessian(self, w):
        return torch.autograd.functional.hessian(self.loss, torch.tensor(w)).numpy()

    def residuals(self, w):
        return self.errors(torch.tensor(w)).numpy()

    def jacobian(self, w):
        return torch.autograd.functional.jacobian(self.errors, torch.tensor(w)).numpy()


def surface(name, start, descent, f):
    return Problem(name, np.array(start), lambda w: f(w[0], w[1]), [(0, 2, 1)], descent)


def sum_of_squares(name, start, factor, r):
    """factor |r|^2"""

    def errors(w):
        return np.sqrt(2 * factor) * torch.stack(r(w[0], w[1]))

    def loss(w):
        return (errors(w) ** 2).sum() / 2

    return Problem(name, np.array(start), loss, [(0, 2, 1)], 0, errors=errors)


SURFACES = [
    surface("narrow-valley", [1.75, 0.5], 0.012, lambda x, y: 0.5 * (x**2 + 100 * y**2)),
    surface("rosenbrock", [-1.25, 1.0], 0.0008, lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    surface(
        "himmelblau", [0.5, -0.25], 0.005, lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
    ),
    surface(
        "beale",
        [1.0, 1.25],
        0.004,
        lambda x, y: (1.5 - x + x * y) ** 2
        + (2.25 - x + x * y**2) ** 2
        + (2.625 - x + x * y**3) ** 2,
    ),
    surface(
        "styblinski-tang",
        [0.25, -0.75],
        0.01,
        lambda x, y: 0.5 * (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y),
    ),
    surface(
        "mccormick",
        [1.5, -1.0],
        0.1,
        lambda x, y: torch.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1,
    ),
]

# For rules that need residuals. They need no rate for gradient descent.
SQUARES = [
    sum_of_squares("narrow-valley", [1.75, 0.5], 1 / 2, lambda x, y: [x, 10 * y]),
    sum_of_squares("rosenbrock", [-1.25, 1.0], 1, lambda x, y: [1 - x, 10 * (y - x**2)]),
    sum_of_squares("himmelblau", [0.5, -0.25], 1, lambda x, y: [x**2 + y - 11, x + y**2 - 7]),
    sum_of_squares(
        "beale",
        [1.0, 1.25],
        1,
        lambda x, y: [1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3],
    ),
    sum_of_squares("booth", [-7.5, 4.0], 1, lambda x, y: [x + 2 * y - 7, 2 * x + y - 5]),
]

ACTIVATIONS = {
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "silu": torch.nn.functional.silu,
}


@dataclass
class Network:
    """A perceptron and its training set."""

    name: str
    units: list  # The numbers of inputs, of units in each hidden layer, and of outputs.
    activation: str
    loss: str
    inputs: np.ndarray
    targets: np.ndarray

    def blocks(self):
        offset, blocks = 0, []
        for columns, rows in zip(self.units, self.units[1:]):
            blocks += [(offset, rows, columns), (offset + rows * columns, rows, 1)]
            offset += rows * columns + rows
        return blocks

    def outputs(self, w):
        a = torch.tensor(self.inputs)
        parts = [w[at : at + r * c].reshape(r, c) for at, r, c in self.blocks()]
        *inner, last = zip(parts[::2], parts[1::2])
        for weights, biases in inner:
            a = ACTIVATIONS[self.activation](a @ weights.T + biases.T)
        weights, biases = last
        return a @ weights.T + biases.T

    def value(self, w):
        out, targets = self.outputs(w), torch.tensor(self.targets)
        if self.loss == "mean-squared-error":
            return torch.nn.functional.mse_loss(out[:, 0], targets)
        if self.units[-1] == 1:
            return torch.nn.functional.binary_cross_entropy_with_logits(out[:, 0], targets)
        return torch.nn.functional.cross_entropy(out, targets.long())

    def errors(self, w):
        """r of the mean-squared error."""
        out = self.outputs(w)[:, 0]
        return np.sqrt(2 / len(out)) * (out - torch.tensor(self.targets))

    def count(self):
        return len(self.targets)

    def gradient(self, w, indices):
        """The gradient of the mean loss over these samples."""
        part = replace(self, inputs=self.inputs[indices], targets=self.targets[indices])
        w = torch.tensor(w, requires_grad=True)
        (g,) = torch.autograd.grad(part.value(w), w)
        return g.numpy()

    def problem(self, descent):
        n = sum(rows * columns for _, rows, columns in self.blocks())
        start = np.random.default_rng(len(self.name)).normal(0, 0.7, n)
        errors = self.errors if self.loss == "mean-squared-error" else None
        return Problem(
            self.name, single(start), self.value, self.blocks(), descent, 1, self, errors
        )

    def kronecker_factors(self, w, random):
        """Martens & Grosse 2015 (1503.05671): for each layer the second moments of its inputs, with a 1
        appended, and of the gradients at its outputs. The backward pass starts with R z, with random
        signs z and R R' the Hessian of -log p with respect to the outputs. Each sign is the highest bit
        of the next number."""
        a, w = torch.tensor(self.inputs), torch.tensor(w, requires_grad=True)
        f = ACTIVATIONS[self.activation]
        parts = [w[at : at + r * c].reshape(r, c) for at, r, c in self.blocks()]
        inputs, outputs = [], []
        for weights, biases in zip(parts[::2], parts[1::2]):
            inputs.append(torch.cat([a, torch.ones(len(a), 1)], 1).detach().numpy())
            outputs.append(a @ weights.T + biases.T)
            a = f(outputs[-1])
        out = outputs[-1].detach().numpy()
        z = np.array([-1.0 if random.bits() >> 63 else 1.0 for _ in range(out.size)])
        back = torch.tensor(self.root_times(out, z.reshape(out.shape)))
        slopes = torch.autograd.grad((outputs[-1] * back).sum(), outputs)
        factors = []
        for x, slope in zip(inputs, slopes):
            delta = slope.numpy()
            factors += [x.T @ x / len(x), delta.T @ delta / len(x)]
        return factors

    def root_times(self, out, z):
        if self.loss == "mean-squared-error":
            return np.sqrt(2 / out.shape[1]) * z
        if out.shape[1] == 1:
            p = 1 / (1 + np.exp(-out))
            return np.sqrt(p * (1 - p)) * z
        p = np.exp(out) / np.exp(out).sum(1, keepdims=True)
        return np.sqrt(p) * z - p * (np.sqrt(p) * z).sum(1, keepdims=True)


def single(x):
    return x.astype(np.float32).astype(np.float64)


def networks():
    rng = np.random.default_rng(1)
    line = single(rng.uniform(-2, 2, (8, 1)))
    plane = single(rng.normal(0, 1, (10, 2)))
    cloud = single(rng.normal(0, 1, (12, 2)))
    return [
        Network(
            "curve-fit", [1, 4, 1], "tanh", "mean-squared-error", line, single(np.sin(2 * line[:, 0]))
        ),
        Network(
            "two-classes", [2, 3, 1], "sigmoid", "cross-entropy", plane,
            (plane[:, 0] * plane[:, 1] > 0).astype(float),
        ),
        Network(
            "three-classes", [2, 3, 3], "silu", "cross-entropy", cloud,
            np.floor(3 * rng.uniform(0, 1, 12)),
        ),
    ]  # fmt: skip


def matrix_networks():
    """For rules that treat matrices. Includes wide ones, and one between hidden layers. No side is
    longer than the other by two, because the eigenvectors of two zero eigenvalues are arbitrary."""
    rng = np.random.default_rng(2)
    space = single(rng.normal(0, 1, (12, 3)))
    plane = single(rng.normal(0, 1, (10, 2)))
    return [
        Network(
            "bottleneck", [3, 2, 3], "tanh", "cross-entropy", space,
            np.floor(3 * rng.uniform(0, 1, 12)),
        ),
        Network(
            "two-hidden-layers", [2, 3, 4, 1], "silu", "mean-squared-error", plane,
            single(plane[:, 0] * plane[:, 1]),
        ),
    ]  # fmt: skip


def squares_networks():
    """A network with a squared loss, and two of the others."""
    plane = single(np.random.default_rng(3).normal(0, 1, (14, 2)))
    return [
        Network(
            "bump-fit", [2, 3, 1], "sigmoid", "mean-squared-error", plane,
            single(np.exp(-(plane**2).sum(1))),
        ),
    ]  # fmt: skip


def problems_of(networks):
    return [network.problem(0.1) for network in networks]


PROBLEMS = SURFACES + problems_of(networks())
MATRIX_PROBLEMS = problems_of(networks() + matrix_networks())
ALL_NETWORKS = networks() + matrix_networks() + squares_networks()
SQUARES_PROBLEMS = SQUARES + [p for p in problems_of(ALL_NETWORKS) if p.errors]


def write_networks(file):
    def line(word, values):
        print(word, *values, file=file)

    for network, problem in zip(ALL_NETWORKS, problems_of(ALL_NETWORKS)):
        line("network", [network.name])
        line("units", network.units)
        line("activation", [network.activation])
        line("loss", [network.loss])
        line("inputs", network.inputs.ravel())
        line("targets", network.targets)
        line("start", problem.start)
