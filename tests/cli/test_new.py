"""new: the files it writes pass the checks, explain every key, and take over what is known."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.cli.starter import scalar
from generator.load.corpus import REPORT, SITE, SOCIETY, TEAM
from generator.load.files import read_file
from generator.model.fields import keys_of

KINDS = {
    "site": (SITE, "site.yaml"),
    "society": (SOCIETY, "societies/310107.yaml"),
    "team": (TEAM, "teams/310107/xinhong/team.yaml"),
    "report": (REPORT, "teams/310107/xinhong/2025.yaml"),
}


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command) -> Path:
    """A data folder in which everything comes from new."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782800000")  # 2026-06-30
    for words in (["site"], ["society", "310107"], ["team", "310107/xinhong"], ["report", "310107/xinhong/2025"]):
        code, out, _ = command("new", *words)
        assert code == 0
        assert out.startswith("写好了 data/")
    return tmp_path / "data"


def test_new_files_pass_as_they_stand(started: Path, command):
    code, out, _ = command("validate")
    assert code == 0, out
    assert "读了 1 个红十字会、1 支队伍、1 份报告、0 个问题。" in out


def shown_once_more(text: str) -> str:
    """The text with one level of commented keys taken in, as a person would who needs them all."""
    lines = []
    for line in text.splitlines():
        match = re.match(r"( *)# (?!【)(.*)", line)
        if match and re.match(r"(?: *- )?[a-z_]+:(?: |$)| +|# |【", match[2]):
            line = match[1] + match[2]
        lines.append(line)
    return re.sub(r"^( *[a-z_]+): \[\]\n(?=(?: *#.*\n)* +- )", r"\1:\n", "\n".join(lines) + "\n", flags=re.MULTILINE)


@pytest.mark.parametrize("name", KINDS)
def test_every_key_is_there_and_explained_and_can_be_taken_in(started: Path, name: str):
    kind, path = KINDS[name]
    target = started / path
    text = target.read_text(encoding="utf-8")
    keys = keys_of(kind.record)
    for key, spec in keys.items():
        pattern = rf"^# 【{re.escape(spec.label)}】.*\n{'' if spec.need else '(?:# )?'}{key}:"
        assert re.search(pattern, text, re.MULTILINE), key
    for depth in range(5):
        assert "\t" not in text
        # An address may not stand in a comment either: only here is it filled in.
        target.write_text(text.replace("（填写办公邮箱）", "office@example.org"), encoding="utf-8")
        value, _, faults = read_file(started, path, kind, date(2026, 12, 31))
        assert faults == [], depth
        assert value is not None
        text = shown_once_more(text)
    assert not re.search(r"^ *# *[a-z_]+:", text, re.MULTILINE)


def test_a_second_report_takes_over_closing_and_purposes(started: Path, command):
    team = started / "teams/310107/xinhong"
    (team / "team.yaml").write_text(
        (team / "team.yaml").read_text(encoding="utf-8")
        + "purposes:\n"
        + "  - {id: flood-2025, title: 洪水救援, start: 2025-06-01}\n"
        + "  - {id: old, title: 旧项目, start: 2024-01-01, end: 2025-03-01}\n"
        + "  - {id: later, title: 以后, start: 2026-06-30}\n",
        encoding="utf-8",
    )
    (team / "2025.yaml").write_text(
        "published: 2026-03-12\nopening: {general: 0.3}\n"
        "donations:\n  - {id: D1, date: 2025-07-03, donor: {kind: anonymous}, amount: 100, purpose: flood-2025}\n"
        "closing: {general: 0.30, flood-2025: 100}\nholdings: {bank: 90.30, cash: 10}\n",
        encoding="utf-8",
    )
    code, _, err = command("new", "report", "data/teams/310107/xinhong/2026-Q1.yaml")
    assert code == 0
    assert "期初余额取自上一份报告（2025）的期末" in err
    text = (team / "2026-Q1.yaml").read_text(encoding="utf-8")
    assert "opening:\n  general: 0.30\n  flood-2025: 100.00\n\n" in text
    assert "closing:\n  general: 0.30\n  flood-2025: 100.00\n\n" in text
    assert re.search(r"^  bank: 90\.30\n(?:  #.*\n)*  cash: 10\.00$", text, re.MULTILINE)
    code, out, _ = command("validate")
    assert code == 0, out


def test_a_gap_and_an_unfinished_period_are_said(started: Path, command):
    code, _, err = command("new", "report", "310107/xinhong/2026-Q3")
    assert code == 0
    assert "新报告应从 2026-01-01 开始" in err
    assert "到 2026-09-30 才结束" in err


def test_a_closing_kept_back_is_not_invented(started: Path, command):
    report = started / "teams/310107/xinhong/2025.yaml"
    report.write_text("published: 2026-03-12\nclosing: {withheld: 清理中}\n", encoding="utf-8")
    code, _, err = command("new", "report", "310107/xinhong/2026-Q1")
    assert code == 0
    assert "没有公开期末余额" in err
    text = report.with_name("2026-Q1.yaml").read_text(encoding="utf-8")
    assert re.search(r"^# opening:$", text, re.MULTILINE)


def test_a_faulty_report_before_is_mended_first(started: Path, command):
    (started / "teams/310107/xinhong/2025.yaml").write_text("published: 去年\n", encoding="utf-8")
    code, _, err = command("new", "report", "310107/xinhong/2026-Q1")
    assert code == 2
    assert "已有的记录有错误，先改好" in err


def test_a_team_without_its_society_is_told(started: Path, command):
    code, _, err = command("new", "team", "310108/jing-an")
    assert code == 0
    assert "mingzhang new society 310108" in err


@pytest.mark.parametrize(
    "text", ["示例", "310107", "021-5555-0100", "https://example.org/", "2024#D1", "a: b", "{x}", 'a"b']
)
def test_a_scalar_reads_as_it_was(text: str):
    import yaml

    assert yaml.load(f"k: {scalar(text)}", Loader=yaml.BaseLoader) == {"k": text}  # noqa: S506


@pytest.mark.parametrize(
    ("told", "about"),
    [
        ("310107/xinhong/2025#D1", "teams/310107/xinhong/2025#D1"),
        ("编号３１０１０７／xinhong，2025 年 d1", "teams/310107/xinhong/2025#D1"),
        ("https://example.org/en/teams/310107/xinhong/2025/index.html#closing", "teams/310107/xinhong/2025#closing"),
        ("310107 xinhong due-2024", "teams/310107/xinhong#due-2024"),
        ("310107", "societies/310107"),
    ],
)
def test_a_question_is_filed_by_the_code_that_was_told(started: Path, command, told: str, about: str):
    report = started / "teams/310107/xinhong/2025.yaml"
    row = "donations:\n  - {id: D1, date: 2025-07-03, donor: {kind: anonymous}, amount: 0}"
    report.write_text(report.read_text("utf-8").replace("donations: []", row), encoding="utf-8")
    for number in (1, 2):
        code, out, err = command("new", "question", "310107", "--about", told)
        assert (code, err) == (0, "")
        assert out.startswith(f"写好了 data/questions/310107/{number}.yaml")
    text = (started / "questions/310107/2.yaml").read_text("utf-8")
    assert re.search(rf'^about: "?{re.escape(about)}"?$', text, re.MULTILINE)


def test_a_question_about_nothing(started: Path, command):
    code, _, err = command("new", "question", "310107", "--about", "救援队")
    assert code == 2
    assert "看不懂编号" in err
    code, _, err = command("new", "question", "310107", "--about", "310107/other/2025#D1")
    assert code == 0
    assert "现在的记录里没有 teams/310107/other/2025#D1" in err
    code, _, err = command("new", "site", "--about", "310107")
    assert code == 2
