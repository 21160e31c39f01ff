# SPDX-License-Identifier: MIT
"""Writes criterion.inc: PyTorch's cross_entropy with label smoothing and weights of classes. The test
tests/core/network/criterion_test.cpp compares ours with it. Needs PyTorch 1.13 (Debian's
python3-torch):

    /usr/bin/python3 criterion.py

Each line holds a label smoothing, the weight of each class, the target of each sample, its scores, the
loss of the batch, and its derivatives. With two classes our network has one output. It is the score of
class 1, and the score of class 0 is 0.
"""

from pathlib import Path

import numpy as np
import torch

BALANCED = [[1.0, 1.0], [0.625, 2.5], [1.0, 1.0, 1.0], [0.5, 1.0, 3.0], [2.0, 0.25, 1.0, 0.75]]
SMOOTHING = [0.0, 0.1, 0.5, 1.0]


def single(x):
    return x.astype(np.float32).astype(np.float64)


def braces(values):
    return "{" + ", ".join(repr(float(x)) for x in np.ravel(values)) + "}"


def main():
    rng = np.random.default_rng(1)
    with open(Path(__file__).parent / "criterion.inc", "w") as file:
        print("// Written by criterion.py.", file=file)
        for weights in BALANCED:
            for smoothing in SMOOTHING:
                classes, samples = len(weights), 6
                outputs = 1 if classes == 2 else classes
                targets = rng.permutation([*range(classes), *rng.integers(0, classes, samples - classes)])
                scores = single(rng.normal(0, 2, (samples, outputs)))
                s = torch.tensor(scores, requires_grad=True)
                both = torch.cat([torch.zeros(samples, 1, dtype=torch.float64), s], 1) if outputs == 1 else s
                loss = torch.nn.functional.cross_entropy(
                    both, torch.tensor(targets), torch.tensor(weights, dtype=torch.float64),
                    label_smoothing=smoothing,
                )  # fmt: skip
                (slopes,) = torch.autograd.grad(loss, s)
                parts = [braces(weights), braces(targets), braces(scores), repr(loss.item()), braces(slopes)]
                print(f"{{{smoothing}, {', '.join(parts)}}},", file=file)


if __name__ == "__main__":
    main()
