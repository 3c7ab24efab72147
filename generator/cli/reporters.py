"""One outcome in the form that was asked for: text, JSON, GitHub or GitLab."""

from __future__ import annotations

from typing import Any, TextIO

from generator.cli.echo import discreet
from generator.cli.text_report import Outcome, text_lines, wants_colour

FORMATS = ("text", "json", "github", "gitlab")


def report(outcome: Outcome, form: str, stream: TextIO) -> None:
    """Write the outcome in one of the forms."""
    from generator.cli import forge_reports

    match form:
        case "json":
            stream.write(as_json(outcome))
        case "gitlab":
            stream.write(forge_reports.as_gitlab(outcome))
        case "github":
            forge_reports.write_github(outcome, stream)
        case _:
            stream.writelines(line + "\n" for line in text_lines(outcome, colour=wants_colour(stream)))


def as_json(outcome: Outcome) -> str:
    """The contract of design.md: every finding and the number of records."""
    from generator.exports.json_file import encode, plain_finding

    def safe(value: Any) -> Any:
        return discreet(value) if isinstance(value, str) else value

    findings = [{key: safe(value) for key, value in plain_finding(f).items()} for f in outcome.findings]
    return encode({"findings": findings, "records": outcome.counts}).decode()
