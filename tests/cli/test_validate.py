"""validate: what it prints, in which form, for which paths and changes, and how it ends."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.base.findings import Finding, Place, Severity
from generator.cli import validate
from generator.cli.changes import concerns

TEAM = "teams/990101/shili"
WRONG = f"{TEAM}/2025.yaml"


def spoil(project: Path, old: str = "amount: 20", new: str = "amount: 2元") -> None:
    path = project / "data" / WRONG
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def git(project: Path, *words: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=project, check=True, capture_output=True)


def test_good_records(project: Path, command):
    code, out, err = command("validate")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[-3] == "读了 1 个红十字会、1 支队伍、1 份报告、0 个问题。"
    assert re.fullmatch("错误 0 处，账不平 0 处，警告 [0-9]+ 处，提示 [0-9]+ 处。", lines[-2])
    assert lines[-1] == "没有必须改正的问题。"


def test_text_names_place_rule_and_remedy_and_quotes_the_line(project: Path, command):
    spoil(project, "closing: {general: 120}", "closing: {general: 一百二}")
    code, out, _ = command("validate")
    assert code == 1
    lines = out.splitlines()
    start = lines.index(f"data/{WRONG}")
    assert lines[start + 1 : start + 6] == [
        "  7:20 错误 F04 期末余额 general 写成了“一百二”",
        "      改法：请写成 1000.50 这样的数，单位是元",
        "      7 | closing: {general: 一百二}",
        "        |                    ^",
        "",
    ]
    assert "有 1 处必须改正。" in out
    assert "\x1b" not in out


def test_json_is_the_contract(project: Path, command):
    spoil(project)
    code, out, _ = command("validate", "--format", "json")
    found = json.loads(out)
    assert code == 1
    assert list(found) == ["findings", "records"]
    assert found["records"] == {"societies": 1, "teams": 1, "reports": 1, "questions": 0}
    (one,) = [entry for entry in found["findings"] if entry["severity"] == "error"]
    assert list(one)[:8] == ["rule", "severity", "file", "line", "column", "message", "fix", "clause"]
    assert (one["rule"], one["severity"], one["file"], one["line"]) == ("F04", "error", WRONG, 4)


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        ([], 1),
        (["data"], 1),
        ([f"data/{WRONG}"], 1),
        ([WRONG], 1),
        ([f"./data/{TEAM}/"], 1),
        (["data/teams"], 1),
        (["data/societies"], 0),
        ([f"data/{TEAM}/team.yaml"], 0),
        (["data/site.yaml", WRONG], 1),
    ],
)
def test_paths_from_here_or_from_the_data_folder(project: Path, command, paths: list[str], code: int):
    spoil(project)
    assert command("validate", *paths)[0] == code


def test_a_path_from_within_the_data_folder(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    spoil(project)
    monkeypatch.chdir(project / "data" / TEAM)
    assert command("validate", "--data", "../../..", "2025.yaml")[0] == 1
    assert command("validate", "--data", "../../..", "team.yaml")[0] == 0


@pytest.mark.parametrize(
    ("severity", "plain", "strict"),
    [("error", 1, 1), ("unreconciled", 1, 1), ("warning", 0, 1), ("notice", 0, 0)],
)
def test_what_each_severity_returns(project: Path, command, monkeypatch, severity: str, plain: int, strict: int):
    real = validate.examine_corpus
    finding = Finding(Place("site.yaml", 1, 1), "G01", Severity(severity), "不全", "补上", "3.1")

    def with_one(*words):
        corpus = real(*words)
        return type(corpus)(corpus.root, corpus.context, corpus.units, (finding,), corpus.counts)

    monkeypatch.setattr(validate, "examine_corpus", with_one)
    assert command("validate")[0] == plain
    code, out, _ = command("validate", "--strict")
    assert code == strict
    assert f"1:1 {Severity(severity).label} G01 不全" in out


def test_since_asks_for_a_correction_of_what_was_published(project: Path, command):
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "records")
    report = project / "data" / TEAM / "2025.yaml"
    text = report.read_text("utf-8")
    report.write_text(text + "note: 后来加的话\n", "utf-8")
    code, out, _ = command("validate", "--since", "HEAD")
    assert code == 1
    assert "R23" in out
    assert command("validate")[0] == 0
    report.unlink()
    code, out, _ = command("validate", "--since", "HEAD")
    assert code == 1
    assert "已经公布的报告被删去了" in out


def test_since_shows_only_what_the_change_concerns(project: Path, command):
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "records")
    spoil(project)
    git(project, "commit", "-qam", "an old fault")
    assert command("validate", "--since", "HEAD")[0] == 0
    assert command("validate", "--since", "HEAD^")[0] == 1
    # A new file that git does not know yet counts; a fault in the same folder is part of it.
    (project / "data" / TEAM / "2026-H1.yaml").write_text("published: 2026-07-09\n", encoding="utf-8")
    code, out, _ = command("validate", "--since", "HEAD")
    assert code == 1
    assert "2026-H1.yaml" in out
    assert "改动 1 个文件" in out
    (project / "data" / TEAM / "2026-H1.yaml").unlink()
    (project / "data/site.yaml").unlink()
    code, out, _ = command("validate", "--since", "HEAD")
    assert code == 1
    assert "data/site.yaml" in out


def test_since_works_where_only_the_data_folder_is_left(project: Path, command):
    (project / "README.md").write_text("x", encoding="utf-8")
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "records")
    spoil(project)
    git(project, "commit", "-qam", "change")
    (project / "README.md").unlink()
    code, out, _ = command("validate", "--data", "data", "--since", "HEAD^", "--format", "github")
    assert code == 1
    assert f"::error file=data/{WRONG},line=4,col=" in out


@pytest.mark.parametrize(
    ("changed", "file", "others", "severity", "expected"),
    [
        ("teams/a/b/2025.yaml", "teams/a/b/2025.yaml", (), "notice", True),
        ("teams/a/b/2025.yaml", "teams/a/b/2026.yaml", (), "warning", True),
        ("teams/a/b/2025.yaml", "teams/a/bc/2025.yaml", (), "error", False),
        ("teams/a/b/files/x.png", "teams/a/b/2025.yaml", (), "error", True),
        ("teams/a/b/team.yaml", "teams/a/c/team.yaml", ("teams/a/b/team.yaml",), "error", True),
        ("teams/a/b/team.yaml", "teams/a/c/team.yaml", ("teams/a/b/team.yaml",), "warning", False),
        ("societies/a.yaml", "teams/a/b/team.yaml", (), "error", True),
        ("societies/a.yaml", "questions/a/1.yaml", (), "error", True),
        ("societies/a.yaml", "teams/ab/b/team.yaml", (), "error", False),
        ("questions/a/1.yaml", "questions/a/2.yaml", (), "error", False),
        ("site.yaml", "teams/a/b/2025.yaml", (), "warning", True),
        ("deadlines.yaml", "teams/a/b/2025.yaml", (), "notice", True),
    ],
)
def test_what_a_change_concerns(changed: str, file: str, others: tuple[str, ...], severity: str, expected: bool):
    places = tuple(Place(other) for other in others)
    finding = Finding(Place(file), "A01", Severity(severity), "", "", "", places)
    assert concerns(frozenset([changed]), finding) is expected
