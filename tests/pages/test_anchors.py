"""The anchors that a report's page has of its own are none that a row may have."""

import re
from pathlib import Path

from generator.check.references_rows import PAGE_ANCHORS
from generator.model.fields import keys_of
from generator.model.report import Report

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ("generator/pages/report/page.html", *(f"themes/mingzhang/templates/{n}.html" for n in ("base", "account")))


def test_no_row_can_take_a_page_anchor():
    ids = {id for path in TEMPLATES for id in re.findall(r' id="([a-z-]+)"', (ROOT / path).read_text("utf-8"))}
    assert "main" in ids
    free = {id for id in ids if id not in PAGE_ANCHORS and id not in keys_of(Report) and not id.endswith("-title")}
    assert free == set()
