"""One Pelican run into a folder, with errors fatal: a page that was planned and not written fails the build."""

from __future__ import annotations

import contextlib
import io
import logging
from pathlib import Path

import generator
from generator.engine.build import SiteBuild
from generator.publish.staging import PublishError

SETTINGS = Path(generator.__file__).parent.parent / "pelicanconf.py"


def run_pelican(build: SiteBuild, folder: Path) -> None:
    """Build everything into an empty folder. Blocked records leave ``build.built`` for the caller to report."""
    from pelican import Pelican
    from pelican.settings import read_settings

    settings = read_settings(str(SETTINGS), override={"OUTPUT_PATH": str(folder.absolute()), "MINGZHANG_BUILD": build})
    build.staged = True
    complaints = _Complaints()
    logger = logging.getLogger("pelican")
    logger.addHandler(complaints)
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # its closing line, in English
            Pelican(settings).run()
    except PublishError:
        if build.built is None or not build.built.blocked:
            raise
        return
    finally:
        logger.removeHandler(complaints)
    if complaints.lines:
        raise PublishError("手写页面没有全部生成：" + "；".join(complaints.lines[:3]))
    for source in sorted(Path(settings["PATH"]).rglob("*.md")):
        slug = _slug(source)
        if not (folder / slug / "index.html").is_file():
            message = f"手写页面 {source.name} 没有生成"
            raise PublishError(message)


def _slug(source: Path) -> str:
    for line in source.read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.lower() == "slug":
            return value.strip()
    message = f"手写页面 {source.name} 没有写 Slug"
    raise PublishError(message)


class _Complaints(logging.Handler):
    """Collects what Pelican only logs."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())
