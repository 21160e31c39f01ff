# SPDX-License-Identifier: MIT
"""Writes the trajectories that tests/core/optimizer/reference_test.cpp compares rules and wrappers
with: a text file for each beside this script, and networks.txt. Needs PyTorch 1.13 (Debian's
python3-torch):

    /usr/bin/python3 write.py [rule or wrapper...]

A trajectory can be compared only as long as rounding errors do not matter. To measure this, the
script repeats it with each point and gradient disturbed by up to one unit in the last place at every
step. `holds` is the last step up to which all disturbed trajectories stay within a tolerance, relative
to the Euclidean norm of the point: first for float64 with 1e-11, then for float32 with 1e-4. A
trajectory `ends` when its rule has converged, or when no paper says how to continue. That point is
recorded too. `converged` is given if rounding does not change when the rule converges.
"""

import sys
from pathlib import Path

import numpy as np
from case import STEPS, rates_of
from cases import RULES
from problems import write_networks
from wrapper_cases import WRAPPERS

RECORDED = [1, 2, 3, 5, 10, 20, 50, 100, 200]
DISTURBED_WALKS = 4
FLOAT64, FLOAT32 = 2.0**-52, 2.0**-23
TOLERANCE64, TOLERANCE32 = 1e-11, 1e-4
folder = Path(__file__).parent


def walk(case, problem, disturb=lambda x: x):
    """The points after each step, the points to evaluate if they differ, and whether the rule has
    converged at the last of them."""
    rates = rates_of(case.plan(case.rate(problem)))
    run = case.steps(
        disturb(problem.start),
        case.sight(problem, disturb),
        rates,
        problem.blocks,
    )
    points, evaluations, converged = [], [], False
    sent = None
    for _ in rates:
        try:
            yielded = run.send(sent)
        except StopIteration as end:
            converged = end.value
            break
        point, evaluation = yielded if isinstance(yielded, tuple) else (yielded, None)
        points.append(point)
        if evaluation is not None:
            evaluations.append(evaluation)
        sent = disturb(point)
    return points, evaluations, converged


def disturbed_walks(case, problem, unit):
    for seed in range(DISTURBED_WALKS):
        rng = np.random.default_rng(seed)
        yield walk(case, problem, lambda x: x * (1 + unit * rng.integers(-1, 2, x.shape)))


def holds(exact, walks, tolerance):
    """The last step up to which the disturbed trajectories agree with the exact one."""
    last = len(exact[0])
    for disturbed in walks:
        last = min(last, len(disturbed[0]))
        for points, others in zip(exact[:2], disturbed[:2]):
            for t, (p, q) in enumerate(zip(points, others), 1):
                if not np.linalg.norm(p - q) <= tolerance * np.linalg.norm(p):
                    last = min(last, t - 1)
                    break
    return last


def write(kind, name, cases, file):
    def line(*values):
        print(*values, file=file)

    line("# Written by write.py.")
    line(kind, name)
    for case in cases:
        for problem in case.problems:
            exact = walk(case, problem)
            walks = list(disturbed_walks(case, problem, FLOAT64))
            double = holds(exact, walks, TOLERANCE64)
            single = 0
            if not case.needs_float64():
                single = holds(exact, disturbed_walks(case, problem, FLOAT32), TOLERANCE32)
            line("trajectory", problem.name)
            line("against", case.against())
            if case.inside:
                line("inside", case.inside)
            for word, hyper in (("around", case.around), ("set", case.hyper)):
                for name, value in hyper.items():
                    line(word, name, value)
            for first, rate in case.plan(case.rate(problem)):
                line("rate", first, rate)
            line("start", *problem.start)
            line("holds", double, single)
            points, evaluations, converged = exact
            end = len(points)
            if end < STEPS:
                line("ends", end)
            if converged and double == end and all(len(w[0]) == end and w[2] for w in walks):
                line("converged", end)
            for t in sorted({*RECORDED, end}):
                if t <= double:
                    line("point", t, *points[t - 1])
                    if evaluations:
                        line("evaluation", t, *evaluations[t - 1])


def main():
    cases_of = RULES | WRAPPERS
    names = sys.argv[1:] or [*cases_of]
    for name in names:
        if name not in cases_of:
            raise SystemExit(
                f"There is no transcription of {name}. Write one in paper_rules.py, as the function "
                f"{name.replace('-', '_')}, or add {name} to cases.py."
            )
    with open(folder / "networks.txt", "w") as file:
        print("# Written by write.py.", file=file)
        write_networks(file)
    for name in names:
        with open(folder / f"{name}.txt", "w") as file:
            kind = "rule" if name in RULES else "wrapper"
            write(kind, name, cases_of[name], file)
        print(name)


if __name__ == "__main__":
    main()
