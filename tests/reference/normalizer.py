# SPDX-License-Identifier: MIT
"""Writes normalizer.inc: what PyTorch computes for networks with layer or batch normalization and an
activation of its own for each hidden layer. The test tests/core/network/normalizer_test.cpp compares ours
with it. Needs PyTorch (Debian's python3-torch):

    /usr/bin/python3 normalizer.py

Each entry holds the kind, the parameters in our order, a direction v, the inputs, the targets, the loss
(half the squared error, summed over outputs, averaged over samples), its gradient, and H v.
"""

from pathlib import Path

import numpy as np
import torch

UNITS = [3, 5, 4, 2]
ACTIVATIONS = [torch.tanh, torch.nn.functional.silu]
SAMPLES = 6


def single(x):
    return x.astype(np.float32).astype(np.float64)


def braces(values):
    return "{" + ", ".join(repr(float(x)) for x in np.ravel(values)) + "}"


def network(w, x, kind):
    at = 0

    def take(*shape):
        nonlocal at
        part = w[at : at + int(np.prod(shape))].reshape(shape)
        at += part.numel()
        return part

    for layer, (inputs, outputs) in enumerate(zip(UNITS, UNITS[1:])):
        x = torch.nn.functional.linear(x, take(outputs, inputs), take(outputs))
        if layer == len(ACTIVATIONS):
            return x
        gain, shift = take(outputs), take(outputs)
        if kind == "layer":
            x = torch.nn.functional.layer_norm(x, (outputs,), gain, shift)
        else:
            x = torch.nn.functional.batch_norm(x, None, None, gain, shift, training=True)
        x = ACTIVATIONS[layer](x)


def main():
    rng = np.random.default_rng(1)
    count = sum(a * b + b for a, b in zip(UNITS, UNITS[1:])) + 2 * sum(UNITS[1:-1])
    with open(Path(__file__).parent / "normalizer.inc", "w") as file:
        print("// Written by normalizer.py.", file=file)
        for kind in ["layer", "batch"]:
            w0, v = single(rng.normal(0, 0.7, count)), single(rng.normal(0, 0.7, count))
            inputs, targets = single(rng.normal(0, 1, (SAMPLES, 3))), single(rng.normal(0, 1, (SAMPLES, 2)))
            w = torch.tensor(w0, requires_grad=True)
            error = network(w, torch.tensor(inputs), kind) - torch.tensor(targets)
            loss = (error**2).sum() / (2 * SAMPLES)
            (slopes,) = torch.autograd.grad(loss, w, create_graph=True)
            (product,) = torch.autograd.grad(slopes @ torch.tensor(v), w)
            parts = [w0, v, inputs, targets, slopes.detach(), product]
            print(f"{{Normalization::{kind}, {loss.item()!r}, {', '.join(map(braces, parts))}}},", file=file)


if __name__ == "__main__":
    main()
