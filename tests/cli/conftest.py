"""A small valid data folder to spoil, and the command run in this process or in one of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
TEAM = "teams/990101/shili"
REPORT = """published: 2026-03-12
opening: {general: 100}
donations:
  - {id: D1, date: 2025-07-03, donor: {kind: anonymous}, amount: 20}
income: []
spending: []
closing: {general: 120}
holdings: {society: 120}
"""
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with data/ in it, which is also the current folder."""
    shutil.copytree(ROOT / "generator/check/examples/base", tmp_path / "data")
    (tmp_path / "data" / TEAM / "2025.yaml").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782800000")  # 2026-06-30
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run in this process: exit code, standard output, standard error."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run in a process of its own, as people do."""

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "generator.cli", *words],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=False,
            timeout=60,
        )

    return run
