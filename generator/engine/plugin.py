"""Mingzhang as a Pelican plugin: record pages from our build, hand-written pages by Pelican, one writer for both."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from generator.base.dates import parse_day
from generator.engine.build import SiteBuild
from generator.engine.frame import make_frame
from generator.publish.staging import PublishError


class StrictWriter(Writer):  # type: ignore[misc]
    """A writer that refuses a second claim to a path; Pelican's own would replace the page silently."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self.claimed: set[str] = set()

    def claim(self, path: str) -> None:
        """Take a path for one page."""
        if path in self.claimed:
            message = f"两个页面都要写 {path}"
            raise PublishError(message)
        self.claimed.add(path)

    def write_file(self, name: str, *args: Any, **kwargs: Any) -> None:
        """A page of Pelican's own."""
        if name:
            self.claim(name)
        super().write_file(name, *args, **kwargs)

    def write_bytes(self, path: str, data: bytes) -> None:
        """A page or file of ours."""
        self.claim(path)
        target = Path(self.output_path) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


class RecordsGenerator(Generator):  # type: ignore[misc]
    """Builds everything that comes from the records."""

    def generate_context(self) -> None:
        """Give hand-written pages the frame that all pages share."""
        build = site_build(self.settings)
        context, _, _ = build.context()
        if context is not None:
            self.context["frame"] = make_frame(context)
            self.context["root"] = "../"

    def generate_output(self, writer: StrictWriter) -> None:
        """Build; a refused record stops everything before a page is replaced."""
        build = site_build(self.settings)
        built = build.run(writer.write_bytes, Path(self.output_path))
        if built.blocked:
            first = next(finding for finding in built.findings if finding.blocks)
            raise PublishError(f"记录有错误，没有生成网站：{first.place} {first.rule} {first.message}")
        writer.claimed |= built.written


def site_build(settings: dict[str, Any]) -> SiteBuild:
    """The build that the command line prepared, or one of the settings' own."""
    build: SiteBuild | None = settings.get("MINGZHANG_BUILD")
    if build is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        as_of = date.fromtimestamp(int(epoch)) if epoch.isdigit() else date.today()  # noqa: DTZ011, DTZ012
        build = SiteBuild(Path(settings["MINGZHANG_DATA"]), parse_day(str(settings.get("MINGZHANG_AS_OF"))) or as_of)
        settings["MINGZHANG_BUILD"] = build
    return build


def _generators(_: object) -> type[Generator]:
    return RecordsGenerator


def _writer(_: object) -> type[Writer]:
    return StrictWriter


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
