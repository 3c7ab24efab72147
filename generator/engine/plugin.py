"""Mingzhang as a Pelican plugin: record pages from our build, hand-written pages by Pelican, one writer for both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from generator.base.clock import default_as_of
from generator.base.findings import Finding
from generator.check.corpus import examine_corpus
from generator.engine.build import SiteBuild
from generator.engine.environment import handwritten_context
from generator.publish.staging import PublishError

REFUSED = "记录有错误，没有生成网站"


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
        if not build.staged:
            self._refuse_bad_records(build)
        context, _, _ = build.shared
        if context is None:
            build.run(_no_writing, Path(self.output_path))
            raise PublishError(REFUSED)
        self.context |= handwritten_context(context)

    def _refuse_bad_records(self, build: SiteBuild) -> None:
        """Straight into a published folder, nothing may be written before every record is known to be right."""
        corpus = examine_corpus(build.root, build.as_of)
        if corpus.blocked:
            raise PublishError(_refusal(corpus.findings))

    def generate_output(self, writer: StrictWriter) -> None:
        """Build; a refused record stops everything before a page is replaced."""
        build = site_build(self.settings)
        built = build.run(writer.write_bytes, Path(self.output_path))
        if built.blocked:
            raise PublishError(_refusal(built.findings))
        writer.claimed |= built.written


def site_build(settings: dict[str, Any]) -> SiteBuild:
    """The build that the command line prepared, or one of the settings' own."""
    build: SiteBuild | None = settings.get("MINGZHANG_BUILD")
    if build is None:
        build = SiteBuild(Path(settings["MINGZHANG_DATA"]), default_as_of())
        settings["MINGZHANG_BUILD"] = build
    return build


def _refusal(findings: tuple[Finding, ...]) -> str:
    first = next(finding for finding in findings if finding.blocks)
    return f"{REFUSED}：{first.place} {first.rule} {first.message}"


def _no_writing(path: str, data: bytes) -> None:
    """Writes nothing."""


def _generators(_: object) -> type[Generator]:
    return RecordsGenerator


def _writer(_: object) -> type[Writer]:
    return StrictWriter


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
