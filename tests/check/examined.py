"""A data folder examined as the tests need it: every finding, sorted, and the teams."""

from datetime import date
from pathlib import Path

from generator.base.findings import Finding
from generator.check.examples import AS_OF, base_files
from generator.check.unit import Examined, examine, examine_site
from generator.load.corpus import read_context, read_teams

TEAM = "teams/990101/shili"


def examined(root: Path, as_of: date = AS_OF) -> tuple[list[Finding], list[Examined]]:
    """All findings of a folder, and its teams."""
    context, tree, findings = read_context(root, as_of)
    if context is None:
        return findings, []
    units = [examine(folder, faults, context) for folder, faults in read_teams(root, tree, as_of)]
    findings += [finding for unit in units for finding in unit.findings]
    findings += examine_site(context, tuple(unit.summary for unit in units if unit.summary))
    return sorted(findings, key=Finding.sort_key), units


def lay(root: Path, **texts: str) -> Path:
    """The base corpus with more files over it: ``r2025`` is a report, ``team`` and ``society`` replace theirs."""
    for path, data in base_files():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    for name, text in texts.items():
        path = {"team": f"{TEAM}/team.yaml", "society": "societies/990101.yaml"}.get(name)
        path = path or f"{TEAM}/{name.removeprefix('r').replace('_', '-')}.yaml"
        (root / path).write_text(text, encoding="utf-8")
    return root


def found(findings: list[Finding], rule: str = "") -> list[tuple[str, int, str, str]]:
    """Findings in brief: last part of the file, line, rule, difference; one rule's, or all that block."""
    return [
        (f.place.file.rpartition("/")[2], f.place.line, f.rule, f.difference)
        for f in findings
        if (f.rule == rule if rule else f.blocks)
    ]
