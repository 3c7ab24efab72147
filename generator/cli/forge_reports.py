"""Findings as the forges show them: GitHub annotations and step summary, GitLab code quality.

Names and values come from strangers: every one is escaped before it can act as a command of the log.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from generator.base.findings import Finding, Severity
from generator.cli.echo import discreet, echo
from generator.cli.text_report import Outcome, summary_lines, text_lines

_KINDS = {"error": "error", "unreconciled": "error", "warning": "warning", "notice": "notice"}
_GITLAB = {"error": "blocker", "unreconciled": "critical", "warning": "minor", "notice": "info"}
_ANNOTATIONS = 10
"""GitHub shows so many of a kind per step and drops the rest."""
_SUMMARY_BYTES = 1024 * 1024 - 4096


def write_github(outcome: Outcome, stream: TextIO) -> None:
    """Annotations, then everything as plain text in which no command is obeyed; the summary in its own file."""
    shown: Counter[str] = Counter()
    for finding in outcome.findings:
        kind = _KINDS[finding.severity]
        shown[kind] += 1
        if shown[kind] <= _ANNOTATIONS:
            stream.write(annotation(finding, kind, outcome.prefix) + "\n")
    token = secrets.token_hex(16)
    stream.write(f"::stop-commands::{token}\n")
    stream.writelines(line.replace("::", ": :").replace("##[", "## [") + "\n" for line in text_lines(outcome))
    stream.write(f"::{token}::\n")
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        with Path(target).open("a", encoding="utf-8") as summary:
            summary.write(as_markdown(outcome))


def annotation(finding: Finding, kind: str, prefix: str) -> str:
    """One workflow command."""
    place = finding.place
    title = f"{finding.severity.label} {finding.rule}"
    message = f"{discreet(finding.message)}\n改法：{discreet(finding.fix)}"
    return (
        f"::{kind} file={_property(echo(prefix + place.file))},line={place.line},col={place.column},"
        f"title={_property(title)}::{_data(message)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_markdown(outcome: Outcome) -> str:
    """The whole list grouped by file, cut before GitHub would refuse it."""
    head = "## 检查结果\n\n" + "\n".join(f"{_plain(line)}  " for line in summary_lines(outcome)) + "\n"
    parts, size, left = [head], len(head.encode()), len(outcome.findings)
    for file, found in groupby(outcome.findings, key=lambda f: f.place.file):
        heading = f"\n### {_plain(outcome.prefix + file)}\n\n"
        for finding in found:
            item = heading + "".join(_markdown_lines(finding))
            heading = ""
            if size + len(item.encode()) > _SUMMARY_BYTES:
                return (
                    "".join(parts) + f"\n\n还有 {left} 处没有列出，请在自己的电脑上运行 mingzhang validate 看全部。\n"
                )
            parts.append(item)
            size += len(item.encode())
            left -= 1
    return "".join(parts) + "\n"


def _markdown_lines(finding: Finding) -> Iterator[str]:
    place = finding.place
    yield f"- **{place.line}:{place.column} {finding.severity.label} {finding.rule}** {_plain(discreet(finding.message))}  \n"
    yield f"  改法：{_plain(discreet(finding.fix))}\n"
    if finding.explained:
        yield f"  本队说明：{_plain(finding.explained)}\n"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no link, no mention."""
    return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]()<>#+!|&~@:/$-" else c for c in echo(text))


def as_gitlab(outcome: Outcome) -> str:
    """A code quality report; fingerprints do not change when lines move."""
    from generator.exports.json_file import encode

    seen: Counter[str] = Counter()
    return encode([_gitlab_issue(finding, outcome.prefix, seen) for finding in outcome.findings]).decode()


def _gitlab_issue(finding: Finding, prefix: str, seen: Counter[str]) -> dict[str, Any]:
    key = f"{finding.rule}\0{finding.place.file}\0{finding.anchor}\0{finding.message}"
    seen[key] += 1
    return {
        "description": f"{finding.rule} {discreet(finding.message)} 改法：{discreet(finding.fix)}",
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _GITLAB[Severity(finding.severity)],
        "location": {"path": echo(prefix + finding.place.file), "lines": {"begin": finding.place.line}},
    }
