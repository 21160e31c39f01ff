# SPDX-License-Identifier: MIT
"""The cases of the second-order rules. Only Newton and Gauss-Newton have a learning rate."""

import second_order_rules as rules
from case import cases, changing, constant, same
from problems import SQUARES_PROBLEMS

SECOND_ORDER = {
    "line-search": cases(
        rules.line_search,
        same(1),
        (
            constant,
            dict(search=rules.STRONG_WOLFE, initialStep=1, c1=1e-4, c2=0.9, shrink=0.5),
        ),
        (
            constant,
            dict(search=rules.STRONG_WOLFE, initialStep=0.1, c1=0.45, c2=0.6, shrink=0.5),
        ),
        (
            constant,
            dict(search=rules.BACKTRACKING, initialStep=0.3, c1=0.4, c2=0.9, shrink=0.7),
        ),
        (constant, dict(search=rules.EXACT, initialStep=0.5, c1=0.3, c2=0.7, shrink=0.5)),
    ),
    "bfgs": cases(
        rules.bfgs,
        same(1),
        (constant, dict(c1=1e-4, c2=0.9)),
        (constant, dict(c1=0.1, c2=0.8)),
        (constant, dict(c1=0.45, c2=0.6)),
    ),
    "l-bfgs": cases(
        rules.l_bfgs,
        same(1),
        (constant, dict(memory=10, c1=1e-4, c2=0.9)),
        (constant, dict(memory=3, c1=0.1, c2=0.8)),
        (constant, dict(memory=5, c1=0.45, c2=0.6)),
    ),
    "conjugate-gradient": cases(
        rules.conjugate_gradient,
        same(1),
        (constant, dict(beta=rules.PR_PLUS, c1=1e-4, c2=0.1)),
        (constant, dict(beta=rules.FR, c1=0.3, c2=0.7)),
        (constant, dict(beta=rules.HS, c1=0.45, c2=0.6)),
    ),
    "newton": cases(
        rules.newton,
        same(1),
        (constant, dict(variant=rules.SADDLE_FREE, damping=1e-3, search=rules.CUBICS)),
    )
    + cases(
        rules.newton,
        same(1.5),
        (constant, dict(variant=rules.SADDLE_FREE, damping=0.05, search=rules.CUBICS)),
    )
    # Slow enough not to have converged when the rate changes.
    + cases(
        rules.newton,
        same(0.1),
        (changing, dict(variant=rules.SADDLE_FREE, damping=0.1, search=rules.NONE)),
        (changing, dict(variant=rules.DAMPED, damping=1, search=rules.NONE)),
    ),
    "trust-region": cases(
        rules.trust_region,
        same(1),
        (constant, dict(radius=1)),
        (constant, dict(radius=0.05)),
        (constant, dict(radius=20)),
    ),
    # On surfaces that are sums of squares, and networks with a squared loss.
    "gauss-newton": cases(
        rules.gauss_newton,
        same(1),
        (constant, dict(mu=1e-3)),
        problems=SQUARES_PROBLEMS,
    )
    + cases(
        rules.gauss_newton,
        same(0.1),
        (changing, dict(mu=0.1)),
        problems=SQUARES_PROBLEMS,
    ),
    "levenberg-marquardt": cases(
        rules.levenberg_marquardt,
        same(1),
        (constant, dict(mu=1e-3, factor=10, muMax=1e10)),
        (constant, dict(mu=1, factor=3, muMax=100)),
        # Powers of two, so the damping reaches its maximum exactly.
        (constant, dict(mu=0.25, factor=4, muMax=4)),
        problems=SQUARES_PROBLEMS,
    ),
}
