"""A git repository of records in a folder of its own, whatever git's settings on this computer are."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEAM = "teams/990101/shili"
REPORT = """published: 2025-03-12
opening: {general: 100}
donations:
  - {id: D1, date: 2024-07-03, donor: {kind: anonymous}, amount: 20}
income: []
spending: []
closing: {general: 120}
holdings: {society: 120}
"""
PRIVATE = "PRIVATE-NAME"
"""Who commits: what may be found nowhere on the site."""


def settings(home: Path) -> dict[str, str]:
    """An environment in which git knows no settings but these."""
    identity = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", PRIVATE), ("EMAIL", f"{PRIVATE}@example.org"))
    }
    home.mkdir(exist_ok=True)
    return {**identity, "GIT_CONFIG_GLOBAL": str(home / "none"), "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(home)}


class Repository:
    """Commits on days that are told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.environment = {**os.environ, **settings(folder.with_name(f"{folder.name}-home"))}
        shutil.copytree(ROOT / "generator/check/examples/base", self.data)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, day: str = "2025-03-13") -> str:
        moment = f"{day}T12:00:00+08:00"
        environment = {**self.environment, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z"}
        run = subprocess.run(
            ["git", *words], cwd=self.folder, env=environment, check=True, capture_output=True, encoding="utf-8"
        )
        return run.stdout

    def write(self, path: str, text: str) -> None:
        target = self.data / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def commit(self, day: str, path: str = "", text: str = "") -> str:
        """Commit everything, with one file written before; gives the commit's first 12 characters."""
        if path:
            self.write(path, text)
        self.git("add", "-A")
        self.git("commit", "-qm", f"{PRIVATE} {path}", day=day)
        return self.git("rev-parse", "HEAD").strip()[:12]


def owned_by_another(folder: Path) -> str:
    """A PATH on which git takes every repository for one of somebody else."""
    (folder / "bin").mkdir()
    git = folder / "bin" / "git"
    git.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {shutil.which("git")} "$@"\n', encoding="utf-8")
    git.chmod(0o755)
    return f"{git.parent}:{os.environ['PATH']}"
