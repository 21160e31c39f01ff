# SPDX-License-Identifier: MIT
"""Writes schedules.inc: the rates of PyTorch's schedulers with the hyperparameters below. The test
tests/core/schedule/reference_test.cpp compares ours with them. Needs PyTorch 1.13 (Debian's
python3-torch):

    /usr/bin/python3 schedules.py

A rate is read before the update that uses it. The base rate is 1, so the rates equal the factors.
"""

from pathlib import Path

import torch
from torch.optim import lr_scheduler as pytorch


def optimizer():
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)


def rates(make, steps):
    rule = optimizer()
    scheduler = make(rule)
    used = []
    for _ in range(steps):
        used.append(rule.param_groups[0]["lr"])
        rule.step()
        if len(used) < steps:
            scheduler.step()
    return used


def warm(warmup, make):
    """The scheduler combined with a linear warm-up. Their factors are multiplied."""

    def both(rule):
        rise = pytorch.LinearLR(rule, start_factor=1 / warmup, total_iters=warmup - 1)
        return pytorch.ChainedScheduler([rise, make(rule)])

    return both


def step_decay(interval, gamma):
    return lambda rule: pytorch.StepLR(rule, interval, gamma)


def exponential(gamma):
    return lambda rule: pytorch.ExponentialLR(rule, gamma)


def inverse_time(decay):
    return lambda rule: pytorch.LambdaLR(rule, lambda t: 1 / (1 + decay * t))


def polynomial(totalSteps, power):
    return lambda rule: pytorch.PolynomialLR(rule, totalSteps, power)


def cosine(totalSteps, minFactor):
    return lambda rule: pytorch.CosineAnnealingLR(rule, totalSteps, minFactor)


def cosine_restarts(period, growth, minFactor):
    return lambda rule: pytorch.CosineAnnealingWarmRestarts(rule, period, growth, minFactor)


def linear_warmup(warmupSteps):
    return lambda rule: pytorch.LinearLR(
        rule, start_factor=1 / warmupSteps, total_iters=warmupSteps - 1
    )


def one_cycle(totalSteps, pctStart, divFactor, finalDivFactor):
    return lambda rule: pytorch.OneCycleLR(
        rule,
        max_lr=1.0,
        total_steps=totalSteps,
        pct_start=pctStart,
        div_factor=divFactor,
        final_div_factor=finalDivFactor,
        cycle_momentum=False,
    )


def triangular(halfCycle, minFactor):
    return lambda rule: pytorch.CyclicLR(
        rule, base_lr=minFactor, max_lr=1.0, step_size_up=halfCycle, cycle_momentum=False
    )


# Id, scheduler, steps compared, warm-up, hyperparameters.
CASES = [
    ("constant", lambda: lambda rule: pytorch.ConstantLR(rule, 1.0), 20, 0, {}),
    ("step-decay", step_decay, 100, 0, dict(interval=30, gamma=0.1)),
    ("step-decay", step_decay, 40, 0, dict(interval=1, gamma=0.7)),
    ("step-decay", step_decay, 60, 25, dict(interval=10, gamma=0.5)),
    ("exponential", exponential, 100, 0, dict(gamma=0.9)),
    ("exponential", exponential, 100, 0, dict(gamma=1)),
    ("exponential", exponential, 60, 12, dict(gamma=0.97)),
    ("inverse-time", inverse_time, 100, 0, dict(decay=0.05)),
    ("polynomial", polynomial, 70, 0, dict(totalSteps=50, power=1)),
    ("polynomial", polynomial, 70, 0, dict(totalSteps=50, power=0.9)),
    ("polynomial", polynomial, 60, 9, dict(totalSteps=50, power=2.5)),
    # Only up to T, because PyTorch's rate rises again after it.
    ("cosine", cosine, 51, 0, dict(totalSteps=50, minFactor=0)),
    ("cosine", cosine, 38, 0, dict(totalSteps=37, minFactor=0.1)),
    ("cosine", cosine, 50, 10, dict(totalSteps=50, minFactor=0)),
    ("cosine-restarts", cosine_restarts, 100, 0, dict(period=30, growth=1, minFactor=0)),
    ("cosine-restarts", cosine_restarts, 160, 0, dict(period=10, growth=2, minFactor=0.05)),
    ("cosine-restarts", cosine_restarts, 120, 0, dict(period=3, growth=3, minFactor=0)),
    ("linear-warmup", linear_warmup, 30, 0, dict(warmupSteps=10)),
    ("linear-warmup", linear_warmup, 30, 0, dict(warmupSteps=2)),
    (
        "one-cycle",
        one_cycle,
        100,
        0,
        dict(totalSteps=100, pctStart=0.3, divFactor=25, finalDivFactor=1e4),
    ),
    (
        "one-cycle",
        one_cycle,
        73,
        0,
        dict(totalSteps=73, pctStart=0.41, divFactor=3, finalDivFactor=10),
    ),
    ("triangular", triangular, 100, 0, dict(halfCycle=12, minFactor=0.25)),
    ("triangular", triangular, 40, 0, dict(halfCycle=1, minFactor=0)),
]


def losses(count):
    """Losses that fall, stay level, fall again, and rise, with a little noise."""
    generator = torch.Generator().manual_seed(1)
    noise = torch.rand(count, generator=generator, dtype=torch.float64)
    levels = []
    level = 1.0
    for t in range(count):
        level *= {0: 0.9, 1: 1.0, 2: 0.97, 3: 1.0, 4: 1.05}[t * 5 // count]
        levels.append(round(level * (1 + 0.02 * noise[t].item()), 6))
    return levels


PLATEAUS = [
    dict(factor=0.1, patience=10, threshold=1e-4, cooldown=0, minFactor=0),
    dict(factor=0.5, patience=2, threshold=0.01, cooldown=3, minFactor=0.01),
    dict(factor=0.7, patience=0, threshold=0, cooldown=1, minFactor=0.05),
]


def plateau_rates(heard, factor, patience, threshold, cooldown, minFactor):
    """The rates of the epochs. The first is used before the scheduler has seen a loss."""
    rule = optimizer()
    scheduler = pytorch.ReduceLROnPlateau(
        rule,
        factor=factor,
        patience=patience,
        threshold=threshold,
        cooldown=cooldown,
        min_lr=minFactor,
        eps=0,
    )
    used = []
    for loss in heard:
        used.append(rule.param_groups[0]["lr"])
        scheduler.step(loss)
    return used


def braced(values):
    return "{" + ", ".join(str(value) for value in values) + "}"


def line(schedule, warmup, hyper, heard, used):
    named = braced(f'{{"{name}", {value}}}' for name, value in hyper.items())
    return f'{{"{schedule}", {warmup}, {named}, {braced(heard)}, {braced(used)}}},\n'


def main():
    with open(Path(__file__).parent / "schedules.inc", "w") as file:
        file.write("// Written by schedules.py.\n")
        for schedule, make, steps, warmup, hyper in CASES:
            scheduler = warm(warmup, make(**hyper)) if warmup else make(**hyper)
            file.write(line(schedule, warmup, hyper, [], rates(scheduler, steps)))
        heard = losses(120)
        for hyper in PLATEAUS:
            used = plateau_rates(heard, **hyper)
            file.write(line("reduce-on-plateau", 0, hyper, heard, used))


if __name__ == "__main__":
    main()
