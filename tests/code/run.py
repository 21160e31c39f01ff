# SPDX-License-Identifier: MIT
"""Reads the path of a script from each line, runs it, and answers with a line: its curves as JSON, or null if
it fails, which is then told on stderr. Matplotlib is replaced by something that accepts every call, and Keras
by a stand-in unless it is installed, so that only PyTorch has to be.

Each script runs in a process of its own, forked from one that has PyTorch already: importing it takes longer
than most scripts."""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import runpy
import sys
from unittest import mock

import torch

torch.set_num_threads(1)

os.environ.setdefault("KERAS_BACKEND", "torch")
if importlib.util.find_spec("keras") is None:
    sys.path.append(str(pathlib.Path(__file__).parent / "stand-in"))

plots = mock.MagicMock()
plots.plot.return_value = [mock.MagicMock()]
sys.modules["matplotlib"] = mock.MagicMock(pyplot=plots)
sys.modules["matplotlib.pyplot"] = plots


def run(path):
    with contextlib.redirect_stdout(io.StringIO()):
        curves = runpy.run_path(path, run_name="__main__")["curves"]
    assert plots.show.called
    return json.dumps(curves)


for line in sys.stdin:
    process = os.fork()
    if process == 0:
        print(run(line.strip()))
        sys.exit()
    _, status = os.waitpid(process, 0)
    if status != 0:
        print("null", flush=True)
