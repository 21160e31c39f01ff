# SPDX-License-Identifier: MIT
"""The rules that PyTorch has, as generators. Each yields the point after a step, and the point to
evaluate if that is another one. It continues from the point it is sent.

rates[t - 1] is the rate of step t.
"""

import itertools

import torch

# PyTorch keeps some scalars as tensors of the default type. In float32 that would cause errors of 1e-8.
torch.set_default_dtype(torch.float64)


def walk(make, w, gradient, rates):
    p = torch.tensor(w, requires_grad=True)
    optimizer = make(p, rates[0])
    for rate in rates:
        optimizer.param_groups[0]["lr"] = rate
        p.grad = torch.tensor(gradient(p.detach().numpy().copy()))
        optimizer.step()
        sent = yield p.detach().numpy().copy()
        with torch.no_grad():
            p.copy_(torch.tensor(sent))


def rule(make):
    def run(w, gradient, rates, blocks, **hyper):
        return walk(lambda p, rate: make([p], rate, **hyper), w, gradient, rates)

    return run


sgd = rule(lambda p, rate: torch.optim.SGD(p, lr=rate))
# Only for a constant rate, because PyTorch's rate is outside the velocity.
momentum = rule(
    lambda p, rate, momentum, dampening: torch.optim.SGD(
        p, lr=rate, momentum=momentum, dampening=dampening
    )
)
nesterov = rule(
    lambda p, rate, momentum: torch.optim.SGD(p, lr=rate, momentum=momentum, nesterov=True)
)
adagrad = rule(
    lambda p, rate, learningRateDecay, initialAccumulator, epsilon: torch.optim.Adagrad(
        p,
        lr=rate,
        lr_decay=learningRateDecay,
        initial_accumulator_value=initialAccumulator,
        eps=epsilon,
    )
)
adadelta = rule(
    lambda p, rate, rho, epsilon: torch.optim.Adadelta(p, lr=rate, rho=rho, eps=epsilon)
)
rmsprop = rule(
    lambda p, rate, alpha, momentum, epsilon: torch.optim.RMSprop(
        p, lr=rate, alpha=alpha, momentum=momentum, eps=epsilon
    )
)
adam = rule(
    lambda p, rate, beta1, beta2, epsilon: torch.optim.Adam(
        p, lr=rate, betas=(beta1, beta2), eps=epsilon
    )
)
adamw = rule(
    lambda p, rate, beta1, beta2, epsilon, weightDecay: torch.optim.AdamW(
        p, lr=rate, betas=(beta1, beta2), eps=epsilon, weight_decay=weightDecay
    )
)
rmsprop_centered = rule(
    lambda p, rate, alpha, momentum, epsilon: torch.optim.RMSprop(
        p, lr=rate, alpha=alpha, momentum=momentum, eps=epsilon, centered=True
    )
)
amsgrad = rule(
    lambda p, rate, beta1, beta2, epsilon: torch.optim.Adam(
        p, lr=rate, betas=(beta1, beta2), eps=epsilon, amsgrad=True
    )
)
adamax = rule(
    lambda p, rate, beta1, beta2, epsilon: torch.optim.Adamax(
        p, lr=rate, betas=(beta1, beta2), eps=epsilon
    )
)
# Unless foreach is set, PyTorch 1.13 applies a momentum twice.
nadam = rule(
    lambda p, rate, beta1, beta2, epsilon, momentumDecay: torch.optim.NAdam(
        p,
        lr=rate,
        betas=(beta1, beta2),
        eps=epsilon,
        momentum_decay=momentumDecay,
        foreach=True,
    )
)
radam = rule(
    lambda p, rate, beta1, beta2, epsilon: torch.optim.RAdam(
        p, lr=rate, betas=(beta1, beta2), eps=epsilon
    )
)
rprop = rule(
    lambda p, rate, etaMinus, etaPlus, minStep, maxStep: torch.optim.Rprop(
        p, lr=rate, etas=(etaMinus, etaPlus), step_sizes=(minStep, maxStep)
    )
)


def asgd(w, gradient, rates, blocks, **hyper):
    """Yields the iterate and the average. PyTorch computes the rate of a step at the end of the previous
    one, so it is given a new rate one step early."""
    made = []

    def make(p, rate, alpha, t0, **others):
        made.append(torch.optim.ASGD(p, lr=rate, lambd=others["lambda"], alpha=alpha, t0=t0))
        return made[0]

    steps = rule(make)(w, gradient, rates[1:] + rates[-1:], blocks, **hyper)
    sent = None
    for _ in rates:
        point = steps.send(sent)
        (state,) = made[0].state.values()
        sent = yield point, state["ax"].numpy().copy()
