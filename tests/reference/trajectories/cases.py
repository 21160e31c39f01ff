# SPDX-License-Identifier: MIT
"""The trajectories to write: for each rule, settings x problems. A rule of paper_rules.py without an
entry here has the usual cases.
"""

import inspect

import matrix_rules as matrix
import paper_rules as paper
import population_rules as population
import pytorch_rules as pytorch
import sampling_rules as sampling
from case import cases, changing, constant, descent, same
from problems import MATRIX_PROBLEMS, PROBLEMS
from second_order_cases import SECOND_ORDER

SAMPLES = [problem for problem in PROBLEMS if problem.network is not None]

RULES = {
    "sgd": cases(pytorch.sgd, descent(1), (constant, {}), (changing, {})),
    "momentum": cases(
        pytorch.momentum,
        descent(0.2),
        (constant, dict(momentum=0.9, dampening=0)),
        (constant, dict(momentum=0.7, dampening=0.3)),
    )
    + cases(
        paper.momentum,
        descent(0.2),
        (changing, dict(momentum=0.9, dampening=0)),
        (changing, dict(momentum=0.95, dampening=0.5)),
    ),
    "nesterov": cases(
        pytorch.nesterov,
        descent(0.1),
        (constant, dict(momentum=0.9)),
        (changing, dict(momentum=0.6)),
    ),
    "adagrad": cases(
        pytorch.adagrad,
        same(0.1),
        (constant, dict(learningRateDecay=0, initialAccumulator=0, epsilon=1e-10)),
        (changing, dict(learningRateDecay=0.01, initialAccumulator=0.5, epsilon=0.1)),
    ),
    "adadelta": cases(
        pytorch.adadelta,
        same(1),
        (constant, dict(rho=0.9, epsilon=1e-6)),
        (changing, dict(rho=0.8, epsilon=1e-3)),
    )
    + cases(pytorch.adadelta, same(0.1), (changing, dict(rho=0.95, epsilon=0.1))),
    "rmsprop": cases(
        pytorch.rmsprop,
        same(0.005),
        (constant, dict(alpha=0.9, momentum=0, epsilon=1e-8)),
        (changing, dict(alpha=0.99, momentum=0, epsilon=0.1)),
        (changing, dict(alpha=0.95, momentum=0.5, epsilon=1e-3)),
    ),
    "adam": cases(
        pytorch.adam,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8)),
        (changing, dict(beta1=0.9, beta2=0.999, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3)),
    ),
    "adamw": cases(
        pytorch.adamw,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8, weightDecay=0.01)),
        (changing, dict(beta1=0.9, beta2=0.999, epsilon=0.1, weightDecay=0)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3, weightDecay=1)),
    ),
    "rmsprop-centered": cases(
        pytorch.rmsprop_centered,
        same(0.002),
        (constant, dict(alpha=0.9, momentum=0, epsilon=1e-8)),
        (changing, dict(alpha=0.99, momentum=0, epsilon=0.1)),
        (changing, dict(alpha=0.95, momentum=0.5, epsilon=1e-3)),
    ),
    "amsgrad": cases(
        pytorch.amsgrad,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8)),
        (changing, dict(beta1=0.9, beta2=0.9, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3)),
    ),
    "adamax": cases(
        pytorch.adamax,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8)),
        (changing, dict(beta1=0.9, beta2=0.9, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3)),
    ),
    "nadam": cases(
        pytorch.nadam,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8, momentumDecay=0.004)),
        (changing, dict(beta1=0.9, beta2=0.999, epsilon=0.1, momentumDecay=0.05)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3, momentumDecay=0)),
    ),
    "radam": cases(
        pytorch.radam,
        descent(0.2),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8)),
        (changing, dict(beta1=0.7, beta2=0.8, epsilon=1e-3)),
    )
    + cases(
        pytorch.radam, descent(1), (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1))
    ),
    # Only the rate of the first step is used.
    "rprop": cases(
        pytorch.rprop,
        same(0.01),
        (constant, dict(etaMinus=0.5, etaPlus=1.2, minStep=1e-6, maxStep=0.05)),
        (constant, dict(etaMinus=0.5, etaPlus=1.01, minStep=1e-6, maxStep=50)),
        (changing, dict(etaMinus=0.7, etaPlus=1.05, minStep=1e-4, maxStep=0.02)),
    ),
    "asgd": cases(
        pytorch.asgd,
        descent(1),
        (constant, {"lambda": 1e-4, "alpha": 0.75, "t0": 200}),
        (changing, {"lambda": 0.05, "alpha": 0.5, "t0": 0}),
        (changing, {"lambda": 0.01, "alpha": 0.75, "t0": 20}),
    ),
    "adabelief": cases(
        paper.adabelief,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-16)),
        (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3)),
    ),
    "yogi": cases(
        paper.yogi,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-3)),
        (changing, dict(beta1=0.9, beta2=0.9, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-8)),
    ),
    "lion": cases(
        paper.lion,
        same(0.003),
        (constant, dict(beta1=0.9, beta2=0.99, weightDecay=0)),
        (changing, dict(beta1=0.8, beta2=0.95, weightDecay=0.3)),
        (changing, dict(beta1=0.95, beta2=0.6, weightDecay=3)),
    ),
    "signum": cases(
        paper.signum,
        same(0.003),
        (constant, dict(momentum=0.9)),
        (changing, dict(momentum=0.6)),
    ),
    "adan": cases(
        paper.adan,
        same(0.02),
        (constant, dict(beta1=0.98, beta2=0.92, beta3=0.99, epsilon=1e-8, weightDecay=0)),
        (changing, dict(beta1=0.9, beta2=0.8, beta3=0.95, epsilon=0.1, weightDecay=0.1)),
        (changing, dict(beta1=0.95, beta2=0.5, beta3=0.9, epsilon=1e-3, weightDecay=1)),
    ),
    "lars": cases(
        paper.lars,
        same(1),
        (constant, dict(momentum=0.9, trust=0.001, weightDecay=0.0005)),
        (changing, dict(momentum=0.5, trust=0.01, weightDecay=0)),
        (changing, dict(momentum=0, trust=0.02, weightDecay=0.5)),
    ),
    "lamb": cases(
        paper.lamb,
        same(0.01),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-6, weightDecay=0.01)),
        (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1, weightDecay=0)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3, weightDecay=0.5)),
    ),
    "adahessian": cases(
        paper.adahessian,
        same(0.1),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-4)),
        (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1)),
    ),
    "sophia": cases(
        paper.sophia,
        same(0.01),
        (constant, dict(beta1=0.965, beta2=0.99, gamma=0.01, period=10, epsilon=1e-12)),
        (changing, dict(beta1=0.9, beta2=0.9, gamma=1, period=3, epsilon=0.1)),
        (changing, dict(beta1=0.7, beta2=0.95, gamma=5, period=1, epsilon=1e-3)),
    ),
    "prodigy": cases(
        paper.prodigy,
        same(1),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8, d0=1e-6)),
        (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1, d0=1e-3)),
        (changing, dict(beta1=0.7, beta2=0.95, epsilon=1e-3, d0=1e-2)),
    ),
    "schedule-free-sgd": cases(
        paper.schedule_free_sgd,
        descent(1),
        (constant, dict(beta=0.9)),
        (changing, dict(beta=0.6)),
    ),
    "schedule-free-adamw": cases(
        paper.schedule_free_adamw,
        same(0.02),
        (constant, dict(beta1=0.9, beta2=0.999, epsilon=1e-8, weightDecay=0, warmupSteps=0)),
        (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1, weightDecay=0.1, warmupSteps=20)),
        (changing, dict(beta1=0.6, beta2=0.95, epsilon=1e-3, weightDecay=1, warmupSteps=0)),
    ),
    "muon": cases(
        matrix.muon,
        same(0.02),
        (constant, dict(momentum=0.95, weightDecay=0)),
        (changing, dict(momentum=0.8, weightDecay=0.1)),
        (changing, dict(momentum=0.5, weightDecay=2)),
        problems=MATRIX_PROBLEMS,
    ),
    "shampoo": cases(
        matrix.shampoo,
        same(0.1),
        (constant, dict(epsilon=1e-6, period=1)),
        (changing, dict(epsilon=0.1, period=1)),
        (changing, dict(epsilon=100, period=7)),
        problems=PROBLEMS + MATRIX_PROBLEMS[-2:],
    ),
    # In directions where the gradient is only rounding error, a tiny epsilon lets Adam amplify it.
    # With the default epsilon three of the five networks can't be compared.
    "soap": cases(
        matrix.soap,
        same(0.01),
        (constant, dict(beta1=0.95, beta2=0.95, epsilon=1e-8, period=10)),
        (constant, dict(beta1=0.95, beta2=0.95, epsilon=1e-4, period=10)),
        (changing, dict(beta1=0.9, beta2=0.99, epsilon=0.1, period=1)),
        (changing, dict(beta1=0.8, beta2=0.9, epsilon=1e-3, period=7)),
        problems=MATRIX_PROBLEMS,
    ),
    "k-fac": cases(
        matrix.k_fac,
        same(0.1),
        (constant, dict(damping=0.03, decay=0.95)),
        (changing, dict(damping=1, decay=0.5)),
        (changing, dict(damping=0.2, decay=0.8)),
        problems=MATRIX_PROBLEMS,
    ),
    # Values of `groups`: 1 is one group per point, 2 is by class and cell.
    "aw-sgd": cases(
        sampling.aw_sgd,
        descent(1),
        (constant, dict(samplerRate=0.01, mixture=0.1, groups=1)),
        (changing, dict(samplerRate=0.2, mixture=0.3, groups=1)),
        (changing, dict(samplerRate=0.5, mixture=0, groups=2)),
        problems=SAMPLES,
    ),
    "svrg": cases(sampling.svrg, descent(1), (constant, {}), (changing, {}), problems=SAMPLES),
    # These have no learning rate.
    "simulated-annealing": cases(
        population.simulated_annealing,
        same(1),
        (constant, dict(cooling=0.99, moveScale=0.1)),
        (constant, dict(cooling=0.9, moveScale=0.5)),
    ),
    "genetic-algorithm": cases(
        population.genetic_algorithm,
        same(1),
        (constant, dict(population=50, mutation=0.1)),
        (constant, dict(population=7, mutation=0.5)),
    ),
    "evolution-strategy": cases(
        population.evolution_strategy,
        same(0.01),
        (constant, dict(population=50, sigma=0.05)),
        (changing, dict(population=8, sigma=0.2)),
    ),
    "cma-es": cases(
        population.cma_es,
        same(1),
        (constant, dict(sigma=0.3)),
        (constant, dict(sigma=2)),
    ),
    "particle-swarm": cases(
        population.particle_swarm,
        same(1),
        (constant, dict(particles=30, inertia=0.7298, cognitive=1.496, social=1.496)),
        (constant, dict(particles=6, inertia=0.6, cognitive=1, social=2)),
    ),
} | SECOND_ORDER

# Usual settings have these values in the three cases. Others have those of the transcription.
USUAL = {
    "momentum": (0.9, 0.6, 0.8),
    "beta": (0.9, 0.6, 0.8),
    "beta1": (0.9, 0.9, 0.7),
    "beta2": (0.999, 0.9, 0.95),
    "epsilon": (1e-8, 0.1, 1e-3),
    "weightDecay": (0, 0.1, 1),
}


def usual_cases(run):
    """Three cases, for a rule with steps that do not depend on the length of the gradient. A setting
    that is not in USUAL states its values: `def qhadam(w, gradient, rates, blocks, nu=(0.7, 0.3, 1))`."""
    values = {}
    for setting in list(inspect.signature(run).parameters.values())[4:]:
        given = setting.default is not inspect.Parameter.empty
        if not given and setting.name not in USUAL:
            raise SystemExit(
                f"{run.__name__} needs values of {setting.name} for three cases. Write them in "
                f"paper_rules.py: {setting.name}=(0.7, 0.3, 1). Or add {run.__name__} to cases.py."
            )
        values[setting.name] = setting.default if given else USUAL[setting.name]
    settings = [{name: three[case] for name, three in values.items()} for case in range(3)]
    return cases(run, same(0.02), *zip((constant, changing, changing), settings))


for name, run in inspect.getmembers(paper, inspect.isgeneratorfunction):
    if (id := name.replace("_", "-")) not in RULES:
        RULES[id] = usual_cases(run)
