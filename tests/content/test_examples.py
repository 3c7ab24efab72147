"""What the hand-written pages tell a treasurer to copy is right: every example is checked as a record."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from generator.check.corpus import examine_corpus

ROOT = Path(__file__).parents[2]
SITE = "title: 示例\npublisher: 示例区红十字会\nurl: https://example.org/\ncontact: {phone: 021-5555-0100}\n"
SOCIETY = "name: 示例区红十字会\nlevel: county\ndivision: 310107\ncontact: {phone: 021-5555-0100}\n"


def yaml_after(anchor: str) -> str:
    """The first YAML block after a heading of the page for treasurers."""
    text = (ROOT / "content/pages/how-to-submit.md").read_text("utf-8")
    section = text.split(f"{{#{anchor}}}", 1)[1]
    found = re.search(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert found, anchor
    return found[1]


def write(root: Path, path: str, text: str) -> None:
    """One record file."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def test_the_examples_to_copy_are_right(tmp_path: Path) -> None:
    """The team and the report that a treasurer copies have nothing to mend."""
    write(tmp_path, "site.yaml", SITE)
    write(tmp_path, "societies/310107.yaml", SOCIETY)
    write(tmp_path, "teams/310107/shilihe/team.yaml", yaml_after("team"))
    write(tmp_path, "teams/310107/shilihe/2025.yaml", yaml_after("report"))
    corpus = examine_corpus(tmp_path, date(2026, 11, 24))
    assert [f"{f.place} {f.rule} {f.message}" for f in corpus.findings if f.blocks] == []
    assert corpus.counts["reports"] == 1
