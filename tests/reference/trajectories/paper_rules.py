# SPDX-License-Identifier: MIT
"""The rules that PyTorch lacks or implements differently, as generators like those in
pytorch_rules.py. They are written from the papers alone, with their symbols where they don't clash.
A function has the id of its rule, with _ for -, and after `blocks` the rule's settings by their ids.
cases.py says with which values it runs.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parent.parent))
from streams import Stream


def momentum(w, gradient, rates, blocks, momentum, dampening):
    """Sutskever+ 2013, eqs. 1-2, with the rate inside the velocity. As in PyTorch, dampening does not
    apply to the first gradient."""
    v = np.zeros_like(w)
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        v = momentum * v + eta * (g if t == 1 else (1 - dampening) * g)  # (1)
        w = yield w - v  # (2)


def adabelief(w, gradient, rates, blocks, beta1, beta2, epsilon):
    """Zhuang+ 2020 (2010.07468), Algorithm 2."""
    m = s = np.zeros_like(w)
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        m = beta1 * m + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * (g - m) ** 2 + epsilon
        m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
        w = yield w - eta * m_hat / (np.sqrt(s_hat) + epsilon)


def yogi(w, gradient, rates, blocks, beta1, beta2, epsilon):
    """Zaheer+ 2018, Algorithm 2, from v = 0."""
    m = v = np.zeros_like(w)
    for eta in rates:
        g = gradient(w)
        m = beta1 * m + (1 - beta1) * g
        v = v - (1 - beta2) * np.sign(v - g**2) * g**2
        w = yield w - eta * m / (np.sqrt(v) + epsilon)


def lion(w, gradient, rates, blocks, beta1, beta2, weightDecay):
    """Chen+ 2023 (2302.06675), Algorithm 2."""
    m = np.zeros_like(w)
    for eta in rates:
        g = gradient(w)
        c = beta1 * m + (1 - beta1) * g
        m = beta2 * m + (1 - beta2) * g
        w = yield w - eta * (np.sign(c) + weightDecay * w)


def signum(w, gradient, rates, blocks, momentum):
    """Bernstein+ 2018 (1802.04434), Algorithm 2."""
    m = np.zeros_like(w)
    for eta in rates:
        m = momentum * m + (1 - momentum) * gradient(w)
        w = yield w - eta * np.sign(m)


def adan(w, gradient, rates, blocks, beta1, beta2, beta3, epsilon, weightDecay):
    """Xie+ 2022 (2208.06677), Algorithm 1 without restarts. The paper's betas weight the new value;
    here, they weight the old one. As in the authors' code, the averages start at zero and are
    corrected for it, and the first difference is zero."""
    m = v = n = np.zeros_like(w)
    before = None
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        difference = np.zeros_like(g) if before is None else g - before
        before = g
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * difference
        n = beta3 * n + (1 - beta3) * (g + beta2 * difference) ** 2
        m_hat, v_hat, n_hat = m / (1 - beta1**t), v / (1 - beta2**t), n / (1 - beta3**t)
        step = eta / (np.sqrt(n_hat) + epsilon) * (m_hat + beta2 * v_hat)
        w = yield (w - step) / (1 + weightDecay * eta)


def lars(w, gradient, rates, blocks, momentum, trust, weightDecay):
    """You+ 2017 (1708.03888), Algorithm 1, with the local rate of eq. 6."""
    v = np.zeros_like(w)
    for gamma in rates:
        g = gradient(w)
        local = np.empty_like(w)
        for offset, rows, columns in blocks:
            layer = slice(offset, offset + rows * columns)
            of_w, of_g = np.linalg.norm(w[layer]), np.linalg.norm(g[layer])
            known = of_w > 0 and of_g > 0
            local[layer] = trust * (of_w / (of_g + weightDecay * of_w) if known else 1)
        v = momentum * v + gamma * local * (g + weightDecay * w)
        w = yield w - v


def lamb(w, gradient, rates, blocks, beta1, beta2, epsilon, weightDecay):
    """You+ 2020 (1904.00962), Algorithm 2, with phi the identity."""
    m = v = np.zeros_like(w)
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        r = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + epsilon)
        u = r + weightDecay * w
        ratio = np.empty_like(w)
        for offset, rows, columns in blocks:
            layer = slice(offset, offset + rows * columns)
            of_w, of_u = np.linalg.norm(w[layer]), np.linalg.norm(u[layer])
            ratio[layer] = of_w / of_u if of_w > 0 and of_u > 0 else 1
        w = yield w - eta * ratio * u


def hutchinson(gradient, w, random):
    """z * Hz with random signs z (Yao+ 2021). Each sign is the highest bit of the next number. Liu+
    2023, Algorithm 1, draws normal numbers instead."""
    z = np.array([-1.0 if random.bits() >> 63 else 1.0 for _ in w])
    return z * gradient.hessian_product(w, z)


def optimizer_stream():
    return Stream("optimizer", 1)


def adahessian(w, gradient, rates, blocks, beta1, beta2, epsilon):
    """Yao+ 2021 (2006.00719), Algorithm 1 with k = 1 and blocks of one parameter."""
    random = optimizer_stream()
    m = v = np.zeros_like(w)
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        d = hutchinson(gradient, w, random)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * d * d
        m_hat, v_hat = m / (1 - beta1**t), np.sqrt(v / (1 - beta2**t))
        w = yield w - eta * m_hat / (v_hat + epsilon)


def sophia(w, gradient, rates, blocks, beta1, beta2, gamma, period, epsilon):
    """Liu+ 2023 (2305.14342), Algorithm 3 with Algorithm 1, without weight decay."""
    random = optimizer_stream()
    m = h = np.zeros_like(w)
    for t, eta in enumerate(rates):
        m = beta1 * m + (1 - beta1) * gradient(w)
        if t % period == 0:
            h = beta2 * h + (1 - beta2) * hutchinson(gradient, w, random)
        w = yield w - eta * np.clip(m / np.maximum(gamma * h, epsilon), -1, 1)


def prodigy(w, gradient, rates, blocks, beta1, beta2, epsilon, d0):
    """Mishchenko & Defazio 2023 (2306.06101), Algorithm 4. Keeps the displacement from the start. It is
    1e-6 long at first, so as a difference of two points it would lose ten digits."""
    w0 = w
    way = m = v = s = np.zeros_like(w)
    r, d = 0.0, d0
    root = np.sqrt(beta2)
    for gamma in rates:
        g = gradient(w)
        m = beta1 * m + (1 - beta1) * d * g
        v = beta2 * v + (1 - beta2) * d**2 * g**2
        r = root * r + (1 - root) * gamma * d**2 * (g @ -way)
        s = root * s + (1 - root) * gamma * d**2 * g
        way = way - gamma * d * m / (np.sqrt(v) + d * epsilon)
        size = np.abs(s).sum()
        d = max(d, r / size) if size > 0 else d
        w = yield w0 + way


def schedule_free_sgd(w, gradient, rates, blocks, beta):
    """Defazio+ 2024 (2405.15682), eqs. 3-5. The average excludes the start, as in the paper's
    Algorithm 1."""
    x = z = w
    for t, gamma in enumerate(rates, 1):
        y = (1 - beta) * z + beta * x  # (3)
        z = z - gamma * gradient(y)  # (4)
        c = 1 / t
        x = yield (1 - c) * x + c * z  # (5)


def schedule_free_adamw(
    w, gradient, rates, blocks, beta1, beta2, epsilon, weightDecay, warmupSteps
):
    """Defazio+ 2024 (2405.15682), Algorithm 1."""
    x = z = w
    v = np.zeros_like(w)
    sum_of_squares = 0.0
    for t, gamma in enumerate(rates, 1):
        y = (1 - beta1) * z + beta1 * x
        g = gradient(y)
        v = beta2 * v + (1 - beta2) * g**2
        gamma_t = gamma * np.sqrt(1 - beta2**t) * (min(1, t / warmupSteps) if warmupSteps else 1)
        z = z - gamma_t * g / (np.sqrt(v) + epsilon) - gamma_t * weightDecay * y
        sum_of_squares += gamma_t**2
        c = gamma_t**2 / sum_of_squares
        x = yield (1 - c) * x + c * z
