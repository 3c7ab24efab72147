"""The JSON Schemas: those in schema/ are current, every record conforms, every fault of shape does not."""

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.exports.schema import RECORD_FILES, schema_files, schema_of
from generator.model.fields import keys_of

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [folder for pattern in ("data", "tests/example/data", "tests/real/*/data") for folder in ROOT.glob(pattern)]


def kind_of(path: Path, folder: Path) -> str:
    match path.relative_to(folder).parts:
        case ["site.yaml" | "deadlines.yaml"]:
            return path.stem
        case ["societies", _]:
            return "society"
        case ["questions", *_]:
            return "question"
        case [*_, "team.yaml"]:
            return "team"
        case _:
            return "report"


def as_text(path: Path) -> object:
    """A record with every scalar its source text, as the reader takes it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def as_editor(path: Path) -> object:
    """A record as an editor reads it: numbers and true or false by their looks, dates text (YAML 1.2)."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)  # noqa: S506


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 core: no dates, no sexagesimal, no yes."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^-?[0-9]+$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def faults(name: str, record: object) -> list[str]:
    found = Draft202012Validator(schema_of(name)).iter_errors(record)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.golden
def test_the_schemas_in_the_repository_are_current(update_golden: bool):
    folder = ROOT / "schema"
    if update_golden:
        for name, data in schema_files().items():
            (folder / name).write_bytes(data)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == schema_files()


@pytest.mark.parametrize("name", RECORD_FILES)
def test_the_schema_is_one_and_speaks_chinese(name: str):
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    parts = [schema, *schema["$defs"].values()]
    for part in parts:
        assert part.get("additionalProperties", False) is False
        for key, spec in part.get("properties", {}).items():
            assert any("\u4e00" <= c <= "\u9fff" for c in spec["title"]), key
            assert key == "withheld" or (spec["description"] and spec["examples"]), key


@pytest.mark.parametrize("read", [as_text, as_editor])
def test_every_record_conforms(read):
    records = [(path, folder) for folder in FOLDERS for path in sorted(folder.rglob("*.yaml"))]
    assert records
    found = {str(path.relative_to(ROOT)): faults(kind_of(path, folder), read(path)) for path, folder in records}
    assert {path: lines for path, lines in found.items() if lines} == {}


SITE = {"title": "站", "publisher": "会", "url": "https://example.org/", "contact": {"phone": "021-5555-0100"}}


@pytest.mark.parametrize(
    ("name", "record", "good"),
    [
        ("site", SITE, True),
        ("site", {**SITE, "demonstration": True}, True),
        ("site", {**SITE, "demonstration": "true"}, True),
        ("site", {**SITE, "demonstration": "yes"}, False),
        ("site", {**SITE, "evidence_from": 1000.5}, True),
        ("site", {**SITE, "evidence_from": "1000.50"}, True),
        ("site", {**SITE, "evidence_from": "1,000"}, False),
        ("site", {**SITE, "evidence_from": -1}, False),
        ("site", {**SITE, "question_days": 1.5}, False),
        ("site", {**SITE, "url": "javascript:alert(1)"}, False),
        ("site", {**SITE, "titel": "站"}, False),
        ("site", {**SITE, "title": " 站"}, False),
        ("site", {**SITE, "title": "n/a"}, False),
        ("site", {**SITE, "title": "字" * 201}, False),
        ("site", {key: value for key, value in SITE.items() if key != "url"}, False),
        ("deadlines", [{"id": "annual", "applies": "year", "months_after": 5}], True),
        ("deadlines", [{"id": "annual", "applies": "yearly"}], False),
        ("deadlines", {"id": "annual", "applies": "year"}, False),
        ("report", {"published": "2026-03-01"}, True),
        ("report", {"published": "2026-3-1"}, False),
        ("report", {"published": {"withheld": "来源未载"}}, True),
        ("report", {"published": {"withheld": ""}}, False),
        ("report", {"published": "n/a"}, False),
        ("report", {"published": "2026-03-01", "opening": "n/a"}, True),
        ("report", {"published": "2026-03-01", "opening": {"withheld": "清理中"}}, True),
        ("report", {"published": "2026-03-01", "opening": {"general": -5, "flood-2025": "0"}}, True),
        ("report", {"published": "2026-03-01", "opening": {"一般": 5}}, False),
        ("report", {"published": "2026-03-01", "donations": "n/a"}, True),
        ("report", {"published": "2026-03-01", "donations": [{"id": "D1"}]}, False),
        ("report", {"published": "2026-03-01", "approved": {"withheld": "不"}}, False),
    ],
)
def test_what_conforms(name: str, record: object, good: bool):
    assert (faults(name, record) == []) is good


def test_every_key_is_in_its_schema():
    for name, file in RECORD_FILES.items():
        body = schema_of(name)
        body = body.get("items", body)
        assert list(body["properties"]) == list(keys_of(file.record))
