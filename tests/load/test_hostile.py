"""Nobody can bring the reader down: no crash, no traceback, no hang, and always a finding."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.hostile import SECONDS, inputs

pytest.importorskip("resource")
SLOWEST = 10.0
"""Seconds for one input, read four times; the slowest takes a fifth of it on a slow machine."""


def test_hostile_inputs(root: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-P",
            "-X",
            "faulthandler",
            "-c",
            "from tests.load.hostile import *; main(Path(sys.argv[1]))",
            tmp_path,
        ],
        env={"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=root,
        capture_output=True,
        text=True,
        timeout=20 * SECONDS,
        check=False,
    )
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    assert run.returncode == 0, f"after {lines[-1:]}: {run.stderr[-3000:]}"
    assert run.stderr == ""
    assert [line[2] for line in lines] == [name for name, _ in inputs()]
    slow = [line for line in lines if float(line[0]) > SLOWEST]
    assert slow == []
    silent = [name for _, count, name in lines if count == "0" and not re.match("mutation|noise|signs", name)]
    assert silent == []
    # A change may by chance leave a record right; most must not.
    assert sum(line[1] == "0" for line in lines) < len(lines) / 5
