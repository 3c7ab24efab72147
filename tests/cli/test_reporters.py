"""The forms of a report: what strangers wrote can neither act on a terminal or a log, nor tell what is private."""

import io
import json
import re
from pathlib import Path

import pytest

from generator.base.findings import Finding, Place, Severity
from generator.cli.echo import echo, width_of
from generator.cli.forge_reports import annotation, as_gitlab, as_markdown, write_github
from generator.cli.reporters import FORMATS, report
from generator.cli.text_report import Outcome, text_lines, wants_colour

COUNTS = {"societies": 1, "teams": 1, "reports": 1, "questions": 0}
NASTY = "x\n::error file=a::b\r\n##[error]c\x1b[31m\u202e<img src=x>%0A::set-output name=a::b\x07\x9b"


def finding(rule="F01", message="错", fix="改", file="site.yaml", line=1, column=1, severity="error", **more):
    return Finding(Place(file, line, column), rule, Severity(severity), message, fix, "3.3", **more)


def outcome(*findings: Finding, root: Path = Path("nowhere"), prefix: str = "data/") -> Outcome:
    return Outcome(root, prefix, findings, COUNTS)


def written(form: str, *findings: Finding, root: Path = Path("nowhere")) -> str:
    stream = io.StringIO()
    report(outcome(*findings, root=root), form, stream)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def no_summary(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_written_by_others_acts(form: str):
    text = written(form, finding(message=NASTY, fix=NASTY, file=f"teams/{NASTY}.yaml"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    commands = [line for line in text.splitlines() if re.match(r"\s*::", line)]
    if form == "github":
        token = commands[1].removeprefix("::stop-commands::")
        assert commands[0].startswith("::error file=data/teams/x\\u000a%3A%3Aerror file=a%3A%3Ab")
        assert commands[1:] == [f"::stop-commands::{token}", f"::{token}::"]
        assert re.fullmatch("[0-9a-f]{32}", token)
        after = text.partition("::stop-commands::")[2].partition("\n")[2].rpartition(f"::{token}::")[0]
        assert "::" not in after
        assert "##[" not in after
    else:
        assert commands == []


def test_an_annotation_is_escaped_once():
    line = annotation(finding(message="差 5%，见 a:b", fix="改,好", file="a,b:c.yaml", line=3, column=7), "error", "d/")
    assert line == "::error file=d/a%2Cb%3Ac.yaml,line=3,col=7,title=错误 F01::差 5%25，见 a:b%0A改法：改,好"


def test_github_shows_ten_of_a_kind_and_lists_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    found = [finding(message=f"第{n}处", line=n, severity=s) for s in ("error", "warning") for n in range(1, 14)]
    stream = io.StringIO()
    write_github(outcome(*found), stream)
    text = stream.getvalue()
    assert (text.count("\n::warning "), text.count("::error ")) == (10, 10)
    assert text.count("第13处") == 2
    page = summary.read_text(encoding="utf-8")
    assert page.count("第13处") == 2
    assert page.count("### ") == 1


def test_unreconciled_is_an_error_to_github():
    assert written("github", finding(severity="unreconciled")).startswith("::error ")
    assert written("github", finding(severity="notice")).startswith("::notice ")


def test_the_summary_is_cut_before_it_is_refused():
    found = [finding(message=f"{n}" + "错" * 300, line=n + 1) for n in range(2000)]
    page = as_markdown(outcome(*found))
    assert 900_000 < len(page.encode()) <= 1024 * 1024
    shown = page.count("- **")
    assert page.rstrip().endswith(f"还有 {2000 - shown} 处没有列出，请在自己的电脑上运行 mingzhang validate 看全部。")


def test_the_summary_is_text_not_markup():
    page = as_markdown(outcome(finding(message="<img src=x> [a](http://b) @all `c` | **d** #1")))
    line = next(line for line in page.splitlines() if "img" in line)
    rest = line.partition("** ")[2]
    assert not set("<>[]()@`|*") & set(rest)


def test_gitlab_fingerprints_are_unique_and_do_not_move():
    found = [finding(line=1), finding(line=9), finding(rule="F02", line=1), finding(file="b.yaml")]
    prints = [issue["fingerprint"] for issue in json.loads(as_gitlab(outcome(*found)))]
    assert len(set(prints)) == 4
    moved = [finding(line=5), finding(line=90), finding(rule="F02", line=7), finding(file="b.yaml", line=2)]
    assert [issue["fingerprint"] for issue in json.loads(as_gitlab(outcome(*moved)))] == prints


def test_gitlab_says_what_gitlab_reads():
    (issue,) = json.loads(as_gitlab(outcome(finding(rule="A01", severity="unreconciled", line=4, fix="对账"))))
    assert issue["location"] == {"path": "data/site.yaml", "lines": {"begin": 4}}
    assert (issue["check_name"], issue["severity"]) == ("A01", "critical")
    assert issue["description"] == "A01 错 改法：对账"


def lines_for(root: Path, text: str, *findings: Finding) -> list[str]:
    (root / "site.yaml").write_text(text, encoding="utf-8")
    return [line.strip() for line in text_lines(outcome(*findings, root=root)) if re.match(r" {6}[0-9 ]+\|", line)]


def test_a_line_is_quoted_with_a_caret_below_the_place(tmp_path: Path):
    quoted = lines_for(tmp_path, "title: 站\nname: 红十字, 钱: 5\n", finding(line=2, column=12))
    assert quoted == ["2 | name: 红十字, 钱: 5", "|               ^"]


def test_a_private_line_is_never_quoted(tmp_path: Path):
    text = "a: 张三的电话\nb: 好\n"
    assert lines_for(tmp_path, text, finding(rule="P02", line=1)) == []
    # Nor because another rule speaks of the same line, or it is only named as another place.
    assert lines_for(tmp_path, text, finding(rule="F01", line=1), finding(rule="P02", line=1)) == []
    other = finding(rule="P05", line=2, others=(Place("site.yaml", 1),))
    assert lines_for(tmp_path, text, finding(rule="F01", line=1), other) == []


@pytest.mark.parametrize("number", ["13812345678", "138 1234 5678", "310107199003071234", "6222021234567890123"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_number_of_a_person_is_never_printed(tmp_path: Path, form: str, number: str):
    (tmp_path / "site.yaml").write_text(f"{'长' * 50}: {number} [\n", encoding="utf-8")
    fault = finding(rule="Y02", column=3, message=f"写成了“{number}”", file="site.yaml")
    assert number not in written(form, fault, finding(file=f"files/{number}.png"), root=tmp_path)


@pytest.mark.parametrize("private", ["一三八一二三四五六七八", "138-1234-5678", "zhang.san@qq.com"])
@pytest.mark.parametrize("form", FORMATS)
def test_nor_however_it_is_written(tmp_path: Path, form: str, private: str):
    (tmp_path / "site.yaml").write_text(f"title: {private}\n", encoding="utf-8")
    text = written(form, finding(message=f"写成了“{private}”"), root=tmp_path)
    assert private not in text
    assert "写成了“……”" in text


@pytest.mark.parametrize("text", ["2020-01-24--2020-03-02", "718771.67", "1234567890.00", "990101", "2025-07-03"])
def test_other_numbers_are(text: str):
    assert echo(text) == text


@pytest.mark.parametrize("column", [1, 60, 150, 400])
def test_a_long_line_is_cut_around_the_place(tmp_path: Path, column: int):
    text = "".join(chr(0x4E00 + n) for n in range(300))
    quoted = lines_for(tmp_path, text, finding(column=column))
    assert len(quoted[0]) < 100
    if column <= 300:
        shown = quoted[0].removeprefix("1 | ")
        caret = width_of(quoted[1].removeprefix("|").removeprefix(" ").removesuffix("^"))
        at = next(n for n in range(len(shown)) if width_of(shown[:n]) == caret)
        assert shown[at] == text[column - 1]


@pytest.mark.parametrize("name", ["missing.yaml", "team.png", "link.yaml", "folder.yaml"])
def test_what_is_no_record_is_not_quoted(tmp_path: Path, name: str):
    (tmp_path / "secret").write_text("secret\n", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "secret")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "team.png").write_text("png\n", encoding="utf-8")
    text = "\n".join(text_lines(outcome(finding(file=name), root=tmp_path)))
    assert " | " not in text


def test_explained_and_other_places_are_shown():
    one = finding(rule="A01", severity="notice", explained="手续费", others=(Place("b.yaml", 3, 4),))
    lines = list(text_lines(outcome(one)))
    assert "      本队说明：手续费" in lines
    assert "      另见：b.yaml:3:4" in lines


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colours_only_where_they_are_wanted(monkeypatch, terminal: bool, environment: dict[str, str], expected: bool):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = Terminal() if terminal else io.StringIO()
    assert wants_colour(stream) is expected
    report(outcome(finding()), "text", stream)
    assert ("\x1b[31m错误\x1b[0m" in stream.getvalue()) is expected
