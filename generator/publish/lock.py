"""One build at a time for one output: a lock on a file beside it, which the system lets go when the process ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.publish.staging import PublishError


@contextlib.contextmanager
def output_lock(output: Path) -> Iterator[None]:
    """Hold the output for this build; what a build that was cut off has left is put right first."""
    target = output.resolve()
    place = target.with_name(f".{target.name}.lock")
    handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"另一个生成正在写 {output}，等它结束再试"
            raise PublishError(message) from None
        _tidy(target)
        yield
    finally:
        os.close(handle)


def _tidy(target: Path) -> None:
    """Remove what a cut-off build staged; a site that it had only set aside is put back."""
    for aside in sorted(target.parent.glob(f".{target.name}.old-*")):
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(target)
    for staged in target.parent.glob(f".{target.name}.staging-*"):
        shutil.rmtree(staged, ignore_errors=True)
