"""The documents beside the pages against their schemas, and the examples of the page that explains them, run."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.browser.harness import serve
from tests.exports.published import ROOT, URL, build

PLACES = {"team": "teams/*/*/index.json", "report": "teams/*/*/*/index.json", "society": "societies/*/index.json"}


def validator(site: Path, name: str) -> Draft202012Validator:
    schema = json.loads((site / f"data/schema/{name}.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{URL}data/schema/{name}.json"
    return Draft202012Validator(schema)


def faults(site: Path, name: str) -> list[str]:
    schema, documents = validator(site, name), sorted(site.glob(PLACES[name]))
    assert documents
    return [
        f"{path.relative_to(site)} {error.json_path}: {error.message[:200]}"
        for path in documents
        for error in schema.iter_errors(json.loads(path.read_bytes()))
    ]


@pytest.mark.parametrize("name", PLACES)
def test_every_document_conforms(demonstration: Path, name: str):
    assert faults(demonstration, name) == []


@pytest.mark.parametrize("data", sorted(ROOT.glob("tests/real/*/data")), ids=lambda path: path.parent.name)
def test_real_disclosures_conform(data: Path, tmp_path: Path):
    site = build(data, tmp_path / "site")
    assert [line for name in PLACES for line in faults(site, name)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("record", "opening", "general"), 20261.75), (("record", "opening", "general"), "20,261.75"),
        (("record", "opening"), None), (("record", "published"), "2026-5-1"), (("record", "nil"), None),
        (("record", "donations"), {"absent": "unknown"}), (("record", "surplus"), "1.00"), (("ledger", "balances"), []),
        (("ledger", "donations", "D1", "left"), None), (("period", "id"), None),
    ],
)  # fmt: skip
def test_what_does_not_conform(demonstration: Path, path: tuple[str, ...], value: object):
    document = json.loads((demonstration / "teams/990101/emergency-rescue/2025/index.json").read_bytes())
    schema = validator(demonstration, "report")
    assert schema.is_valid(document)
    part = document
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    assert schema.is_valid(document) is (path == ("record", "opening") and value is None)


def test_the_examples_are_this_sites(demonstration: Path):
    page = (demonstration / "api/index.html").read_text("utf-8")
    tree = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    for details in tree.iterfind(".//details"):
        path = details.findtext("summary")
        sample, whole = json.loads(details.findtext(".//code")), json.loads((demonstration / path).read_bytes())
        assert is_part(sample, whole), path
    codes = "".join("".join(code.itertext()) for code in tree.iterfind(".//pre/code"))
    assert codes.count(URL) >= 4


def is_part(sample: object, whole: object) -> bool:
    """Whether every key and every first item of a sample is the document's."""
    if isinstance(sample, dict) and isinstance(whole, dict):
        return all(is_part(value, whole[key]) for key, value in sample.items())
    if isinstance(sample, list) and isinstance(whole, list):
        return all(map(is_part, sample, whole)) and len(sample) == min(len(whole), 1)
    return sample == whole


def test_the_example_in_python_runs(tmp_path: Path):
    """Against a site on a server, as anybody would copy it."""
    with serve(tmp_path) as address:
        site = build(ROOT / "data", tmp_path / "site", f"{address}site/")
        tree = etree.fromstring((site / "api/index.html").read_bytes(), etree.HTMLParser(encoding="utf-8"))
        code = tree.findtext(".//code[@id='python']")
        run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    teams = sorted(site.glob("teams/*/*/team.xlsx"))
    assert lines[0] == f"2026-11-24 {len(teams)}"
    path = tree.findall(".//details/summary")[-1].text
    gifts = json.loads((site / path).read_bytes())["ledger"]["donations"]
    assert lines[-1] == str(sum(Decimal(gift["left"]) for gift in gifts.values()))
    assert len(lines) == 2 + len(teams) + len(gifts)
