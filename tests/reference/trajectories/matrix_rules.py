# SPDX-License-Identifier: MIT
"""The rules that treat a block of parameters as a matrix, transcribed from their papers as generators
like those in paper_rules.py.
"""

import numpy as np
from paper_rules import optimizer_stream


def matrices(w, blocks):
    """Views of the blocks of w, each as a matrix."""
    return [w[at : at + rows * columns].reshape(rows, columns) for at, rows, columns in blocks]


def muon(w, gradient, rates, blocks, momentum, weightDecay):
    """Jordan+ 2024 (kellerjordan.github.io/posts/muon): Nesterov momentum and five Newton-Schulz steps
    for matrices, AdamW for the rest."""
    m, v = np.zeros_like(w), np.zeros_like(w)
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        w = w - eta * weightDecay * w
        parts = [matrices(x, blocks) for x in (w, g, m, v)]
        for w_part, g_part, m_part, v_part in zip(*parts):
            rows, columns = w_part.shape
            if min(rows, columns) > 1:
                m_part[:] = momentum * m_part + g_part
                x = g_part + momentum * m_part
                w_part -= eta * np.sqrt(max(1, rows / columns)) * newton_schulz(x)
            else:
                m_part[:] = 0.9 * m_part + 0.1 * g_part
                v_part[:] = 0.999 * v_part + (1 - 0.999) * g_part**2
                m_hat, v_hat = m_part / (1 - 0.9**t), v_part / (1 - 0.999**t)
                w_part -= eta * m_hat / (np.sqrt(v_hat) + 1e-8)
        w = yield w


def newton_schulz(g):
    x = g / np.linalg.norm(g)
    for _ in range(5):
        gram = x @ x.T
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x


def shampoo(w, gradient, rates, blocks, epsilon, period):
    """Gupta+ 2018 (1802.09568): Algorithm 1 for matrices, Algorithm 2 of order 1 for vectors."""
    sums = [[epsilon * np.eye(n) for n in shape] for _, *shape in blocks]
    roots = [[None, None] for _ in blocks]
    for t, eta in enumerate(rates):
        g = gradient(w)
        w = w.copy()
        for i, (w_part, g_part) in enumerate(zip(matrices(w, blocks), matrices(g, blocks))):
            is_matrix = min(g_part.shape) > 1
            sums[i][0] = sums[i][0] + g_part @ g_part.T
            sums[i][1] = sums[i][1] + g_part.T @ g_part
            if t % period == 0:
                roots[i] = [power(x, -1 / 4 if is_matrix else -1 / 2) for x in sums[i]]
            left, right = roots[i]
            if is_matrix:
                w_part -= eta * left @ g_part @ right
            elif g_part.shape[1] == 1:
                w_part -= eta * left @ g_part
            else:
                w_part -= eta * g_part @ right
        w = yield w


def power(m, exponent):
    values, vectors = np.linalg.eigh(m)
    return vectors * values**exponent @ vectors.T


def soap(w, gradient, rates, blocks, beta1, beta2, epsilon, period):
    """Vyas+ 2024 (2409.11321), Algorithm 3. Eigenvectors are computed exactly instead of by a power
    iteration, beginning with the first gradient. Vectors use Adam."""
    m, v = np.zeros_like(w), np.zeros_like(w)
    averages = [[np.zeros((n, n)) for n in shape] for _, *shape in blocks]
    bases = [[np.eye(n) for n in shape] for _, *shape in blocks]
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        w = w.copy()
        parts = [matrices(x, blocks) for x in (w, g, m, v)]
        for i, (w_part, g_part, m_part, v_part) in enumerate(zip(*parts)):
            is_matrix = min(g_part.shape) > 1
            products = [g_part @ g_part.T, g_part.T @ g_part]
            if t == 1 and is_matrix:
                bases[i] = [np.linalg.eigh(x)[1] for x in products]
            left, right = bases[i]
            m_part[:] = beta1 * m_part + (1 - beta1) * g_part
            v_part[:] = beta2 * v_part + (1 - beta2) * (left.T @ g_part @ right) ** 2
            m_hat = left.T @ m_part @ right / (1 - beta1**t)
            step = m_hat / (np.sqrt(v_part / (1 - beta2**t)) + epsilon)
            w_part -= eta * left @ step @ right.T
            averages[i] = [beta2 * a + (1 - beta2) * p for a, p in zip(averages[i], products)]
            if t % period == 0 and is_matrix:
                bases[i] = [np.linalg.eigh(x)[1] for x in averages[i]]
        w = yield w


def k_fac(w, gradient, rates, blocks, damping, decay):
    """Martens & Grosse 2015 (1503.05671): block-diagonal, with constant damping of both factors. The
    averages decay by min(1 - 1/k, decay)."""
    random = optimizer_stream()
    averages = None
    for k, eta in enumerate(rates, 1):
        g = gradient(w)
        factors = gradient.kronecker_factors(w, random)
        keep = min(1 - 1 / k, decay)
        averages = averages or factors
        averages = [keep * old + (1 - keep) * new for old, new in zip(averages, factors)]
        w = w.copy()
        w_parts, g_parts = matrices(w, blocks), matrices(g, blocks)
        for layer in range(len(blocks) // 2):
            a, s = averages[2 * layer : 2 * layer + 2]
            both = np.hstack(g_parts[2 * layer : 2 * layer + 2])
            step = np.linalg.inv(s + damping * np.eye(len(s))) @ both
            step = step @ np.linalg.inv(a + damping * np.eye(len(a)))
            w_parts[2 * layer] -= eta * step[:, :-1]
            w_parts[2 * layer + 1] -= eta * step[:, -1:]
        w = yield w
