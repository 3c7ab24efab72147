"""Every rule by its own good and bad examples, which its public page shows; the registry by the folder."""

import importlib
from pathlib import Path

import pytest

from generator.base.findings import RuleInfo
from generator.check import registry
from generator.check.closed import closed_findings
from generator.check.examples import Example, examples_of
from generator.check.rule import Rule
from tests.check.examined import examined, lay

CHECK = Path(__file__).resolve().parents[2] / "generator" / "check"
CASES = [
    pytest.param(id, example, id=f"{id} {'good' if example.good else 'bad'} {example.title}")
    for id in registry.ALL_RULES
    for example in examples_of(id)
]


def rules_in_folder() -> list[RuleInfo]:
    modules = [importlib.import_module(f"generator.check.{path.stem}") for path in sorted(CHECK.glob("*.py"))]
    rules = {id(value): value.info for m in modules for value in vars(m).values() if isinstance(value, Rule)}
    return list(rules.values())


def test_the_base_of_every_example_is_valid(tmp_path: Path):
    findings, _ = examined(lay(tmp_path))
    assert [f for f in findings if f.blocks] == []


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_says_what_it_shows(rule: str, example: Example, tmp_path: Path):
    example.write(tmp_path)
    findings, _ = examined(tmp_path)
    for old in (file for file in example.files if file.before):
        findings += closed_findings(old.path, old.text, (tmp_path / old.path).read_text("utf-8"))
    ours = [f for f in findings if f.blocks or (f.rule == rule and not f.explained)]
    assert {(f.place.file, f.place.line, f.rule) for f in ours} == example.expected()
    assert example.good == (not ours)


@pytest.mark.parametrize("rule", registry.ALL_RULES)
def test_a_rule_is_shown_both_ways(rule: str):
    assert {example.good for example in examples_of(rule)} == {True, False}


@pytest.mark.parametrize("info", registry.ALL_RULES.values(), ids=lambda info: info.id)
def test_a_rule_says_what_why_and_how(info: RuleInfo):
    assert list(info.parts) == ["规则", "依据", "为什么", "怎么改"]
    assert all(info.parts.values())
    assert info.title
    assert info.clause


def test_every_rule_of_the_folder_is_registered_once():
    listed = [info.id for info in rules_in_folder()]
    assert sorted(listed) == sorted(set(listed)), "two rules have one id"
    assert set(listed) | set(registry.LOAD_RULES) == set(registry.ALL_RULES)
    assert not set(listed) & set(registry.LOAD_RULES)


def test_every_file_of_examples_belongs_to_a_rule():
    assert {path.stem for path in (CHECK / "examples").glob("*.txt")} <= set(registry.ALL_RULES)


def test_the_messages_of_examples_tell_what_to_type(tmp_path: Path):
    for number, case in enumerate(CASES):
        rule, example = case.values
        folder = tmp_path / str(number)
        example.write(folder)
        for finding in examined(folder)[0]:
            assert finding.message, rule
            assert finding.fix, (rule, finding.message)
