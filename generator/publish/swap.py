"""The new site in place of the old one in a single step: readers see one or the other, never a mixture.

``renameat2`` with RENAME_EXCHANGE through ctypes where the system has it; else, where there is a link or
nothing yet, a rename. Never delete and copy. (design.md, Publishing; measured in threats.md)
"""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

from generator.publish.staging import MARKER, PublishError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def check_output(output: Path, *inputs: Path) -> None:
    """Refuse an output folder that is not ours, or that contains what the site is made from."""
    resolved = output.resolve()
    for source in inputs:
        kept = source.resolve()
        if kept == resolved or resolved in kept.parents:
            message = f"输出文件夹 {output} 包含输入 {source}，不能覆盖"
            raise PublishError(message)
        if kept in resolved.parents:
            message = f"输出文件夹 {output} 在输入 {source} 里面；请换一个外面的文件夹"
            raise PublishError(message)
    if output.exists() and not output.is_dir():
        message = f"输出位置 {output} 是一个文件"
        raise PublishError(message)
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        message = f"输出文件夹 {output} 里有别的东西（没有 {MARKER}），不会覆盖；请换一个空文件夹"
        raise PublishError(message)


def swap(staged: Path, output: Path) -> None:
    """Put the staged folder in the output's place; the old one is then removed."""
    (staged / MARKER).write_bytes(b"")
    if not output.exists() and not output.is_symlink():
        staged.rename(output)
        return
    target = output.resolve()
    if not _exchange(staged, target):
        aside = target.with_name(f".{target.name}.old-{os.getpid()}")
        target.rename(aside)
        try:
            staged.rename(target)
        except OSError:
            aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(left: Path, right: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(left), _AT_FDCWD, os.fsencode(right), _RENAME_EXCHANGE)
    return bool(done == 0)
