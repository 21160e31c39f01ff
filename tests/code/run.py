# SPDX-License-Identifier: MIT
"""Runs scripts, and prints the curves of each as a line of JSON. Matplotlib is replaced by something that
accepts every call, and Keras by a stand-in unless it is installed, so that only PyTorch has to be.

    /usr/bin/python3 run.py script.py...
"""

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

for path in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()):
        curves = runpy.run_path(path, run_name="__main__")["curves"]
    assert plots.show.called
    print(json.dumps(curves))
