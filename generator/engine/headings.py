"""The hand-written pages and their headings, for the search: read from the sources that Pelican reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.base.entry import Entry

PAGES = Path(generator.__file__).parent.parent / "content" / "pages"
_FENCED = re.compile(r"^(```|~~~).*?^\1\s*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{2,3} +(.+?)(?: +\{#([\w-]+)\})?\s*$", re.MULTILINE)


def handwritten_entries() -> Iterator[Entry]:
    """Each page, and each heading that has an address."""
    for source in sorted(PAGES.glob("*.md")):
        text = source.read_text("utf-8")
        head, _, body = text.partition("\n\n")
        said = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        href = f"{said['Slug']}/index.html"
        yield Entry("page", said["Title"], href, (("", said.get("Summary", "")),))
        for heading, anchor in _HEADING.findall(_FENCED.sub("", body)):
            if anchor:
                yield Entry("page", heading, f"{href}#{anchor}", (("page", said["Title"]),))
