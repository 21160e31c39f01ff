# SPDX-License-Identifier: MIT
"""Writes special_values.inc: values of the special functions to 60 digits, for tests/core/numeric.

Run with Python 3 and mpmath: python3 special_values.py > special_values.inc
Each row is the argument, the double nearest to the value, and the remaining difference in ulp.
"""

import math
import random

import mpmath
from mpmath import mp, mpf

mp.dps = 60
rng = random.Random(1)
LARGEST, SMALLEST = float.fromhex("0x1.fffffffffffffp+1023"), 5e-324


def uniform(count, low, high):
    return [rng.uniform(low, high) for _ in range(count)]


def octaves(count, low, high):
    """Positive numbers, equally many in each octave from 2^low to 2^high."""
    return [math.ldexp(rng.uniform(1, 2), rng.randrange(low, high)) for _ in range(count)]


def signed(values):
    return [rng.choice((-1, 1)) * v for v in values]


def beside(values):
    """The doubles nearest to the given values, where formulas change, and their neighbours."""
    near = [float(v) for v in values]
    return [w for v in near for w in (math.nextafter(v, -math.inf), v, math.nextafter(v, math.inf))]


tiny = signed(octaves(25, -1074, -1)) + [SMALLEST, -SMALLEST]
half_steps = beside([(k + mpf(1) / 2) * mpmath.ln2 for k in (-1001, -60, -2, -1, 0, 1, 52, 1000)])
quarter_turns = [n * mpmath.pi / 4 for n in (*range(-9, 10), 255, 10**5, 2**21 + 1, 10**15)]
angles = (
    uniform(60, -4, 4)
    + uniform(40, -1000, 1000)
    + signed(octaves(80, 10, 1024))
    + beside([2.0**20, -(2.0**20)])
    + beside(quarter_turns)
    # The double that is closest to a multiple of pi/2 (Kahan).
    + [math.ldexp(6381956970095103, 797), 1e22, LARGEST]
    + tiny
)

# The arguments in hexadecimal have the largest errors among 60 million random ones.
worst = {
    "exp": "-0x1.f0f9d7f051aeep+7 -0x1.c2e390f79066ap+8 0x1.667792b0f7168p-2 "
    "0x1.6fb9b1e64053p-2 -0x1.626023247f5f1p+9 -0x1.62619dbf41976p+9",
    "log": "0x1.6a048e633bb2fp+0 0x1.69e94c94b77a3p+0 0x1.69c9129a15503p-1 "
    "0x1.693dcdac04f1bp-1 0x1.4b2c83a6eb3fp+1 0x1.76c4b12e9bcp+1",
    "tanh": "-0x1.f25a041c1798p-4 0x1.010827ca3724p-3 0x1.008e7a47984dap-3 "
    "0x1.ff2d2a522c47ep-4 0x1.00202e1c82dap-4 0x1.fe4beb9e9a3p-4",
    "sigmoid": "-0x1.b8375727e59p+1 -0x1.367101fbd738p+2 -0x1.5ae01539b71fp+1 "
    "-0x1.5b622a4e4b39ap+1",
    "sin": "-0x1.f628bcdda334cp+1 -0x1.f4d5405012166p+1 -0x1.8736ed7a37666p+19 "
    "-0x1.22ec8c1cae668p+17 0x1.2effae326e78p+24 0x1.2a01a7ce6046ap+29",
    "cos": "-0x1.2cd1aa38695f6p+1 -0x1.98a61344ec23p-1 0x1.4bb2e8816edc4p+16 "
    "0x1.d2a64ab08211p+13",
    "erf": "-0x1.bf2c53d0f864p-3 -0x1.c48f36a6cd96p-3 0x1.bfc948f443994p-3 "
    "0x1.bfbde8d0367ep-3",
    "pow": "0x1.6659f94430059p-1 0x1.ddee4eb118579p+10, "
    "0x1.6235130e43219p+0 0x1.075a4f5bc51a9p+11, "
    "0x1.692961505a255p-1 -0x1.f2593e50caaacp+10, "
    "0x1.6892ce0fa5f15p+0 -0x1.e4d3dd94bcdd8p+10, "
    "0x1.671286de91a15p-1 -0x1.bfc8e0b9a603ap+10, "
    "0x1.6b29b08525dafp-1 0x1.fc93b87bb5477p+10",
}

functions = {
    "exp": (mpmath.exp, uniform(90, -1, 1) + uniform(70, -708, 709.7) + uniform(20, -745.1, -708)
            + half_steps + beside([709.782712893384]) + tiny),
    "log": (mpmath.log, uniform(90, 0.5, 2) + octaves(90, -1074, 1024)
            + beside([mpf(2) ** (k - mpf(1) / 2) for k in (-1021, -1, 0, 1, 2, 60)])
            + [1 + s * 2.0**-k for k in range(1, 53, 3) for s in (-1, 1)] + [SMALLEST, LARGEST]),
    "tanh": (mpmath.tanh, uniform(120, -1.5, 1.5) + uniform(60, -22, 22) + tiny
             + beside([mpmath.ln2 / 4, mpmath.log(5) / 2])),
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), uniform(120, -6, 6) + uniform(50, -745, 40) + tiny),
    "sin": (mpmath.sin, angles),
    "cos": (mpmath.cos, angles),
    "erf": (mpmath.erf, uniform(140, -1.5, 1.5) + uniform(60, -6, 6) + beside([6]) + tiny),
}

powers = (
    [(b, rng.uniform(-700, 700) / math.log(b)) for b in octaves(90, -40, 40)]
    + [(b, rng.uniform(-745, 709) / math.log(b)) for b in uniform(60, 0.6, 1.5)]
    + [(b, rng.uniform(-1, 1)) for b in octaves(30, -1074, 1024)]
    + [(-b, float(rng.randrange(-20, 20))) for b in uniform(30, 0.1, 20)]
    + [(1 + s * 2.0**-k, rng.uniform(-700, 700) * 2.0**k) for k in range(8, 53, 4) for s in (-1, 1)]
    + [(b, rng.uniform(-745, -709) / math.log(b)) for b in uniform(20, 1.1, 50)]
)


def hexadecimal(x):
    mantissa, exponent = x.hex().split("p")
    return mantissa.rstrip("0").rstrip(".") + "p" + exponent.lstrip("+")


def row(value, *arguments):
    """Returns None unless the value is a finite double other than zero."""
    try:
        nearest = float(value)
    except OverflowError:
        return None
    if math.isinf(nearest) or nearest == 0:
        return None
    rest = float((value - mpf(nearest)) / mpf(math.ulp(nearest)))
    return "    {" + ", ".join([*map(hexadecimal, arguments), hexadecimal(nearest), f"{rest:.3f}"]) + "},"


def array(kind, name, rows):
    print(f"constexpr {kind} {name}_values[] = {{")
    print("\n".join(r for r in rows if r))
    print("};\n")


print("// Written by special_values.py.\n")
for name, (function, arguments) in functions.items():
    arguments = arguments + [float.fromhex(x) for x in worst[name].split()]
    array("Value", name, [row(function(mpf(x)), x) for x in arguments])
powers += [tuple(map(float.fromhex, p.split())) for p in worst["pow"].split(",")]
array("Power", "pow", [row(mpmath.power(mpf(x), mpf(y)), x, y) for x, y in powers])
