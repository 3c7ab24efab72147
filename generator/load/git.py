"""Git, run so that nothing in the records, or in the repository that holds them, decides what else is run.

Never through a shell, in an environment of our own, for a limited time. A repository's settings may name programs
(filters, textconv, a file monitor, hooks, a pager, ssh); each is switched off here or by the options of the command.
"""

from __future__ import annotations

import os
import subprocess
from itertools import chain
from pathlib import Path

SECONDS = 120
"""A git that takes longer waits for something that does not come, such as a pipe in place of a file."""
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.quotePath=false",
    "log.follow=false",
    "log.showRoot=true",
    "safe.bareRepository=explicit",
)
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
"""Git asks nobody, fetches nothing, writes nothing, and speaks English."""
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM")
_FILTER = r"^filter\..*\.(clean|smudge|process|required)$"


def run_git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """What git says in a folder. OSError where there is no git; SubprocessError where it takes too long."""
    if poses_as_repository(folder):
        return subprocess.CompletedProcess(words, 128, b"", b"fatal: not a git repository")
    return subprocess.run(
        git_command(*words), cwd=folder, env=git_environment(), stdin=subprocess.DEVNULL, capture_output=True,
        check=False, timeout=SECONDS,
    )  # fmt: skip


def run_unfiltered(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """As ``run_git``, for commands that compare files with what is committed: no filter of the repository is run."""
    asked = run_git(folder, "config", "--null", "--name-only", "--get-regexp", _FILTER)
    names = [os.fsdecode(name) for name in asked.stdout.split(b"\0") if name]
    if any("=" in name for name in names):  # cannot be set on a command line, so not be switched off
        return subprocess.CompletedProcess(words, 128, b"", b"fatal: unsafe filter")
    off = (("-c", f"{name}={'false' if name.endswith('.required') else ''}") for name in names)
    return run_git(folder, *chain.from_iterable(off), *words)


def git_command(*words: str) -> list[str]:
    """The words of a command, which may begin with settings of its own."""
    return ["git", "--no-pager", *(word for setting in _SETTINGS for word in ("-c", setting)), *words]


def git_environment() -> dict[str, str]:
    """The environment of a command: of the caller's own only what says where git's own settings lie."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return kept | _QUIET


def poses_as_repository(folder: Path) -> bool:
    """Whether git would take a folder of the records, rather than a ``.git``, for the repository with its settings.

    Anybody who may hand in files can hand in such a folder; a git older than 2.38 knows no ``safe.bareRepository``.
    """
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        if os.path.lexists(place / ".git"):
            return False
        if os.path.lexists(place / "HEAD"):
            return True
    return False
