# SPDX-License-Identifier: MIT
"""Transcriptions of papers for the rules that PyTorch lacks, or has otherwise: generators as in
pytorch_rules.py, written from the paper alone, with its symbols where they don't clash.
"""

import numpy as np


def momentum(w, gradient, rates, blocks, momentum, dampening):
    """Sutskever+ 2013, eqs. 1-2: the rate stands inside the velocity. Dampening as PyTorch's: not
    on the first gradient."""
    v = np.zeros_like(w)
    for t, eta in enumerate(rates, 1):
        g = gradient(w)
        v = momentum * v + eta * (g if t == 1 else (1 - dampening) * g)  # (1)
        w = yield w - v  # (2)
