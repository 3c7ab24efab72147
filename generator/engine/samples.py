"""Documents of this very build, cut short, for the page that explains them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.check.summary import TeamSummary
from generator.exports.json_file import encode
from generator.pages.api.view import Sample

TEAM_KEYS = ("name", "status", "founded", "fields", "area", "custody")
REPORT_KEYS = ("published", "approved", "nil", "opening", "donations", "owed", "closing")
"""What is shown of a record; its other keys are in the schema."""


def samples(folder: Path, teams: Iterable[TeamSummary]) -> tuple[Sample, ...]:
    """A team and its newest report with a gift, as they lie in the folder of the site; nothing where nobody reported."""
    for team in teams:
        given = [report.period for report in team.reports if report.donation_count]
        if given:
            paths = (f"teams/{team.id}/index.json", f"teams/{team.id}/{given[-1]}/index.json")
            team_sample, report_sample = (json.loads((folder / path).read_bytes()) for path in paths)
            team_sample["record"] = {key: team_sample["record"][key] for key in TEAM_KEYS}
            report_sample["record"] = {key: report_sample["record"][key] for key in REPORT_KEYS}
            shown = ((paths[0], team_sample), (paths[1], report_sample))
            return tuple(Sample(path, encode(_first(document)).decode()) for path, document in shown)
    return ()


def _first(value: Any) -> Any:
    """A document with one entry of every list."""
    if isinstance(value, list):
        return [_first(value[0])] if value else []
    return {key: _first(part) for key, part in value.items()} if isinstance(value, dict) else value
