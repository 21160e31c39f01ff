# SPDX-License-Identifier: MIT
"""The gradient-free rules, as generators like those in pytorch_rules.py that are given the loss
instead of its gradient. Random numbers come from the engine's own stream, in the order that each
function states. NumPy computes sums and matrices.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parent.parent))
from streams import Stream  # noqa: E402


def normals(draws, *shape):
    return np.array([draws.normal() for _ in range(np.prod(shape))]).reshape(shape)


def uniforms(draws, n):
    return np.array([draws.uniform() for _ in range(n)])


def simulated_annealing(w, loss, rates, blocks, cooling, moveScale):
    """Kirkpatrick+ 1983 with the first temperature of Ben-Ameur 2004. Draws 50 trial moves, then for
    each move its n normal numbers and the uniform one that accepts it."""
    draws = Stream("optimizer", 1)
    n = len(w)
    x = best = w
    f = lowest = loss(w)
    rises = np.array([abs(loss(w + moveScale * normals(draws, n)) - f) for _ in range(50)])

    # The temperature at which the mean of exp(-rise / T) is 0.8, by bisection in log T.
    low, high = np.log(rises.max()) - 50, np.log(rises.max()) + 50
    while high - low > 1e-14:
        middle = (low + high) / 2
        low, high = (low, middle) if np.exp(-rises / np.exp(middle)).mean() > 0.8 else (middle, high)
        if middle in (low, high) and (low + high) / 2 in (low, high):
            break
    temperature = np.exp((low + high) / 2)

    scale, accepted = moveScale, 0
    for t, _ in enumerate(rates, 1):
        trial = x + scale * normals(draws, n)
        there = loss(trial)
        rise = there - f
        if draws.uniform() < (1 if rise <= 0 else np.exp(-rise / temperature)):
            x, f = trial, there
            accepted += 1
        if f < lowest:
            best, lowest = x, f
        temperature *= cooling
        if t % 50 == 0:
            scale *= np.exp(accepted / 50 - 0.4)
            accepted = 0
        yield best


def genetic_algorithm(w, loss, rates, blocks, population, mutation):
    """Holland 1975; Such+ 2017 (1712.06567), with tournaments and crossover. Draws the first members'
    normal numbers; for each child three candidates for one parent, three for the other, the coin of
    each gene, then each gene's normal number."""
    draws = Stream("optimizer", 1)
    n = len(w)
    members = [w] + [w + mutation * normals(draws, n) for _ in range(population - 1)]
    for t, _ in enumerate(rates):
        members = [members[i] for i in np.argsort([loss(m) for m in members], kind="stable")]

        def parent():
            return members[min(draws.below(population) for _ in range(3))]

        children = []
        for _ in range(population - 2):
            one, other = parent(), parent()
            genes = np.where(uniforms(draws, n) < 0.5, one, other)
            children.append(genes + mutation * 0.99**t * normals(draws, n))
        members = members[:2] + children
        yield members[0]


def evolution_strategy(w, loss, rates, blocks, population, sigma):
    """Salimans+ 2017 (1703.03864), Algorithm 1 with antithetic sampling and rank shaping (section
    2). Draws the noise of all pairs."""
    draws = Stream("optimizer", 1)
    for alpha in rates:
        half = normals(draws, population // 2, len(w))
        epsilon = np.concatenate([half, -half])
        losses = np.array([loss(w + sigma * e) for e in epsilon])
        # Fitness by rank, the lowest loss first. Equal losses get the mean of their ranks.
        below = (losses[None, :] < losses[:, None]).sum(1)
        equal = (losses[None, :] == losses[:, None]).sum(1)
        shaped = 0.5 - (below + (equal - 1) / 2) / (len(losses) - 1)
        w = yield w + alpha / (len(losses) * sigma) * shaped @ epsilon


def cma_es(w, loss, rates, blocks, sigma):
    """Hansen 2016 (1604.00772), Figure 6 and Table 1, without negative weights. Draws z of all members.
    z is multiplied by B D B^T rather than B D. This gives the same distribution and does not depend on
    the choice of eigenvectors."""
    draws = Stream("optimizer", 1)
    n = len(w)
    lam = 4 + int(3 * np.log(n))
    mu = lam // 2
    weights = np.log((lam + 1) / 2) - np.log(np.arange(1, mu + 1))  # (49)
    weights /= weights.sum()  # (53)
    mu_eff = 1 / (weights**2).sum()  # (8)
    c_sigma = (mu_eff + 2) / (n + mu_eff + 5)  # (55)
    d_sigma = 1 + 2 * max(0, np.sqrt((mu_eff - 1) / (n + 1)) - 1) + c_sigma
    c_c = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n)  # (56)
    c_1 = 2 / ((n + 1.3) ** 2 + mu_eff)  # (57)
    c_mu = min(1 - c_1, 2 * (1 / 4 + mu_eff + 1 / mu_eff - 2) / ((n + 2) ** 2 + mu_eff))  # (58)
    chi = np.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n**2))
    p_sigma = p_c = np.zeros(n)
    C = np.eye(n)
    for g, _ in enumerate(rates):
        values, B = np.linalg.eigh(C)
        D = np.sqrt(values)
        z = normals(draws, lam, n)  # (38)
        y = z @ (B * D @ B.T)  # (39)
        x = w + sigma * y  # (40)
        order = np.argsort([loss(point) for point in x], kind="stable")[:mu]
        y_w = weights @ y[order]  # (41)
        w = w + sigma * y_w  # (42)
        p_sigma = (1 - c_sigma) * p_sigma + np.sqrt(c_sigma * (2 - c_sigma) * mu_eff) * (
            B / D @ B.T @ y_w
        )  # (43)
        length = np.linalg.norm(p_sigma)
        h = length / np.sqrt(1 - (1 - c_sigma) ** (2 * (g + 1))) < (1.4 + 2 / (n + 1)) * chi
        sigma *= np.exp(c_sigma / d_sigma * (length / chi - 1))  # (44)
        p_c = (1 - c_c) * p_c + h * np.sqrt(c_c * (2 - c_c) * mu_eff) * y_w  # (45)
        delta = (1 - h) * c_c * (2 - c_c)
        C = (
            (1 + c_1 * delta - c_1 - c_mu) * C
            + c_1 * np.outer(p_c, p_c)
            + c_mu * (weights * y[order].T) @ y[order]
        )  # (47)
        w = yield w


def particle_swarm(w, loss, rates, blocks, particles, inertia, cognitive, social):
    """Clerc & Kennedy 2002, where every particle knows the best point of all. Draws the positions of all
    particles but the first, then for each particle and coordinate the weights of the two pulls."""
    draws = Stream("optimizer", 1)
    n = len(w)
    x = np.concatenate([[w], w + normals(draws, particles - 1, n)])
    v = np.zeros_like(x)
    p, lowest = x.copy(), np.full(particles, np.inf)
    for _ in rates:
        losses = np.array([loss(one) for one in x])
        better = losses < lowest
        p[better], lowest[better] = x[better], losses[better]
        g = p[np.argmin(lowest)].copy()
        r = uniforms(draws, particles * n * 2).reshape(particles, n, 2)
        v = inertia * v + cognitive * r[..., 0] * (p - x) + social * r[..., 1] * (g - x)
        x = x + v
        yield g
