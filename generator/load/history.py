"""The versions of the records that git keeps: when each was committed, and as what. Never by whom, and no messages.

One ``git log`` reads the data folder's whole past along the first parents, which is what the site could be built from;
old contents are read when asked for, through one ``git cat-file`` a process. Nothing here ever fails a build: what
cannot be read is told by ``missing``, ``cut`` and ``dirty``. A day is the committer's date in China (UTC+8).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import IO

import msgspec

from generator.load.files import MAX_BYTES
from generator.load.git import git_command, git_environment, run_git, run_unfiltered

CHINA = timezone(timedelta(hours=8))
_LOG = (
    "log", "-z", "--raw", "--no-abbrev", "--relative", "--find-renames", "-l2000", "-m", "--first-parent", "--root",
    "--no-ext-diff", "--no-textconv", "--no-color", "--no-show-signature", "--no-notes",
    "--no-mailmap", "--format=%x01%H %ct %P", "--", ".",
)  # fmt: skip
_STATUS = (
    "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all", "--", ".",
)  # fmt: skip
_GONE = "0"


class Version(msgspec.Struct, frozen=True):
    """One version of one file: commit, day, the object that holds it (empty: removed), its path then."""

    commit: str
    day: date
    blob: str
    path: str


class FileHistory(msgspec.Struct, frozen=True):
    """The versions of one file, oldest first. ``cut``: there are older ones that this copy of git does not hold."""

    versions: tuple[Version, ...]
    cut: bool = False


class History(msgspec.Struct, frozen=True, eq=False):
    """What git knows of a data folder.

    ``missing`` says why it knows nothing: ``no_git``, ``not_a_repository``, ``not_allowed``, ``no_commit``,
    ``unreadable``; empty where it does. ``dirty`` are files that differ from the last commit.
    """

    root: Path
    files: dict[str, FileHistory] = {}
    dirty: frozenset[str] = frozenset()
    missing: str = ""


def read_history(root: Path) -> History:
    """The history of a data folder, whatever state it is in."""
    try:
        inside = run_git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix", "--is-shallow-repository")
        if inside.returncode != 0:
            refused = b"dubious ownership" in inside.stderr or b"unsafe repository" in inside.stderr
            return History(root, missing="not_allowed" if refused else "not_a_repository")
        if run_git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode != 0:
            return History(root, missing="no_commit")
        _, prefix, shallow = os.fsdecode(inside.stdout).split("\n")[:3]
        log = run_git(root, *_LOG)
        status = run_unfiltered(root, *_STATUS)
    except subprocess.SubprocessError:
        return History(root, missing="unreadable")
    except (OSError, ValueError):
        return History(root, missing="no_git")
    if log.returncode != 0 or status.returncode != 0:
        return History(root, missing="unreadable")
    try:
        files = _files(os.fsdecode(log.stdout), shallow == "true")
    except (OSError, OverflowError, ValueError):  # a commit of a day that there is not
        return History(root, missing="unreadable")
    dirty = frozenset(entry[3:].removeprefix(prefix) for entry in os.fsdecode(status.stdout).split("\0") if entry)
    return History(root, files, dirty)


def _files(log: str, shallow: bool) -> dict[str, FileHistory]:
    """Every record below ``teams/`` by the path that it has now; a log is newest first."""
    found: dict[str, list[Version]] = {}
    cut: set[str] = set()
    names: dict[str, str | None] = {}
    for version, was, edge in _changes(log):
        now = names.get(version.path, version.path)
        if now is None or not now.startswith("teams/") or not now.endswith(".yaml"):
            continue
        found.setdefault(now, []).append(version)
        if was != version.path:
            names[was] = now
            names[version.path] = None  # what had this name before is another file
        if edge and shallow:
            cut.add(now)
    return {path: FileHistory(tuple(reversed(versions)), path in cut) for path, versions in found.items()}


def _changes(log: str) -> Iterator[tuple[Version, str, bool]]:
    """Each change of a file, the path it had before, and whether its commit has no parent here."""
    words = iter(log.split("\0"))
    commit, day, edge = "", date.min, False
    for word in words:
        line = word.lstrip("\n")
        if line.startswith("\x01"):
            commit, seconds, *parents = line[1:].rstrip("\n").split(" ")
            day = datetime.fromtimestamp(int(seconds), CHINA).date()
            edge = not any(parents)
        elif line.startswith(":"):
            blob, kind = line.split(" ")[3:5]
            was = path = next(words)
            if kind[0] in "RC":
                path = next(words)
            yield Version(commit[:12], day, "" if blob.strip(_GONE) == "" else blob, path), was, edge


class Blobs:
    """Old contents by their objects, through one process that is started when first needed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process: subprocess.Popen[bytes] | None = None

    def text(self, blob: str) -> str | None:
        """A file's text as it was; None where this copy of git does not hold it or it is no text of a record."""
        try:
            data = self._read(blob)
        except (OSError, subprocess.SubprocessError):
            return None
        try:
            text = data.decode("utf-8").removeprefix("\ufeff") if data is not None else None
        except UnicodeDecodeError:
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n") if text else text

    def _read(self, blob: str) -> bytes | None:
        asked, answers = self._pipes()
        asked.write(f"{blob}\n".encode())
        asked.flush()
        head = answers.readline().split()
        if len(head) != 3:
            return None
        size = int(head[2])
        data = answers.read(min(size, MAX_BYTES + 1))
        left = size + 1 - len(data)
        while left > 0 and (more := answers.read(min(left, 1 << 16))):
            left -= len(more)
        return data if head[1] == b"blob" and size <= MAX_BYTES else None

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._process = subprocess.Popen(
                git_command("cat-file", "--batch"), cwd=self.root, env=git_environment(), stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError
        return self._process.stdin, self._process.stdout

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None
