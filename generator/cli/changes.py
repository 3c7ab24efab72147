"""What a submission changed, as git tells it; run by list, never through a shell."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.base.findings import Finding
from generator.cli.echo import echo
from generator.cli.faults import UserError
from generator.load.git import run_unfiltered


def changed_since(root: Path, reference: str) -> frozenset[str]:
    """The files of the data folder that differ from a git reference, new ones included, relative to the folder."""
    _git(
        root,
        f"找不到 git 版本“{echo(reference[:80])}”",
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{reference}^{{commit}}",
    )
    fault = f"不能比较 git 版本“{echo(reference[:80])}”"
    changed = _git(
        root,
        fault,
        "diff",
        "--name-only",
        "-z",
        "--relative",
        "--no-renames",
        "--no-ext-diff",
        "--ignore-submodules=all",
        "--end-of-options",
        reference,
        "--",
        ".",
    )
    added = _git(root, fault, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(name for name in (changed + added).split("\0") if name)


def text_at(root: Path, reference: str, path: str) -> str | None:
    """A file of the data folder as it was at a git reference; None where it was not there."""
    try:
        return _git(root, "", "show", "--end-of-options", f"{reference}:./{path}")
    except UserError:
        return None


def path_in_repository(root: Path) -> str:
    """The data folder as the forge names it: from the repository's root, else from the current folder."""
    try:
        prefix = _git(root, "", "rev-parse", "--show-prefix").rstrip("\n")
    except UserError:
        prefix = "" if root.resolve() == Path.cwd() else f"{Path(os.path.relpath(root)).as_posix()}/"
    return prefix


def concerns(changed: frozenset[str], finding: Finding) -> bool:
    """Whether a finding stands in a change, in the folder of a changed team or society, or names a changed place.

    A changed site.yaml or deadlines.yaml concerns everything.
    """
    places = (finding.place, *finding.others) if finding.blocks else (finding.place,)
    scopes = {scope for path in changed for scope in _scopes(path)}
    return "" in scopes or any(
        file == scope or file.startswith(f"{scope}/") for file in (place.file for place in places) for scope in scopes
    )


def _scopes(path: str) -> tuple[str, ...]:
    match path.split("/"):
        case ["site.yaml" | "deadlines.yaml"]:
            return ("",)
        case ["teams", society, team, *_]:
            return (path, f"teams/{society}/{team}")
        case ["societies", name]:
            society = name.removesuffix(".yaml")
            return (path, f"teams/{society}", f"questions/{society}")
        case _:
            return (path,)


def _git(folder: Path, fault: str, *words: str) -> str:
    try:
        run = run_unfiltered(folder, *words)
    except FileNotFoundError:
        message = "没有安装 git，不能用 --since"
        raise UserError(message) from None
    except subprocess.TimeoutExpired:
        message = f"{fault}（git 没有回答）"
        raise UserError(message) from None
    if run.returncode != 0:
        said = echo(run.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
        raise UserError(f"{fault}（{said}）" if said else fault)
    return run.stdout.decode("utf-8", "surrogateescape")
