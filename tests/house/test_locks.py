"""The locks: every package by version and hash, the same versions for running and testing, and
no address of the computer that wrote them."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"([a-z0-9-]+)==([^ ]+)(?: ; [^\\]+)?(?: --hash=sha256:[0-9a-f]{64})+")


def entries(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.sub(r"\s*\\\n\s*", " ", text).splitlines()


def pins(name: str) -> dict[str, str]:
    return {found[1]: found[2] for line in entries(name) if (found := PIN.fullmatch(line))}


def wanted(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-"))}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_is_a_pin_with_hashes(name: str):
    assert [line for line in entries(name) if not PIN.fullmatch(line)] == []
    assert wanted(name.replace(".txt", ".in")) <= set(pins(name))


def test_tests_run_with_the_versions_that_are_published_with():
    run, develop = (pins(name) for name in LOCKS)
    assert run.items() <= develop.items()


def test_the_project_asks_for_what_the_lock_was_made_from():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[<>=~!]", line)[0] for line in project["dependencies"]}
    assert asked == wanted("requirements.in")


def test_the_checker_is_locked_without_addresses():
    lock = json.loads((ROOT / "tests/browser/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    for entry in packages.values():
        assert "resolved" not in entry
        assert entry["integrity"].startswith("sha512-")
