"""The data folder itself: places, names, links, pipes, sizes; nothing is followed, nothing is guessed."""

import os
from pathlib import Path

import pytest

from generator.load.corpus import SITE
from generator.load.files import read_file
from tests.load.corpus import AS_OF, FILES, REPORT, SOCIETY, TEAM, read, write

FOLDER = "teams/310107/xinhong"
UNSAFE = (r"..\..\x.png", "C:x.png", "a?b.png", "a#b.png", "a%2e.png", '"onload=x.png', "<b>.png", " a.png", "con/x.png", "NUL.png",
          "a./x.png")  # fmt: skip


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("README.md", "不属于 societies/"),
        ("team.yaml", "不属于"),
        ("site.yml", ".yml .yaml"),
        ("data.json", "不属于"),
        (".hidden", "不属于"),
        ("conftest.py", "不属于"),
        ("templates/page.html", "不属于"),
        ("societies/上海.yaml", "区划代码"),
        ("societies/310107.yml", ".yaml"),
        ("societies/3101 07.yaml", "区划代码"),
        ("societies/Shanghai.yaml", "区划代码"),
        ("societies/a/b.yaml", "不属于"),
        ("societies/" + "x" * 61 + ".yaml", "区划代码"),
        ("teams/310107/team.yaml", "不属于"),
        ("teams/310107/Xinhong/team.yaml", "小写字母 短横线"),
        ("teams/310107/xin_hong/team.yaml", "小写字母"),
        ("teams/310107/-xinhong/team.yaml", "小写字母"),
        ("teams/310107/新虹/team.yaml", "小写字母"),
        ("teams/Shanghai/xinhong/team.yaml", "小写字母"),
        (f"{FOLDER}/team.yml", ".yaml"),
        (f"{FOLDER}/Team.yaml", "时段 2025-H1"),
        (f"{FOLDER}/2025.yml", ".yaml"),
        (f"{FOLDER}/2025-H3.yaml", "时段 2025-H1.yaml"),
        (f"{FOLDER}/2025-13.yaml", "时段"),
        (f"{FOLDER}/2025-7.yaml", "时段 2025-07.yaml"),
        (f"{FOLDER}/25.yaml", "时段"),
        (f"{FOLDER}/9999.yaml", "时段"),
        (f"{FOLDER}/2025年.yaml", "时段 改名为 2025.yaml"),
        (f"{FOLDER}/2025-01-02--2025-01-01.yaml", "时段"),
        (f"{FOLDER}/2025-02-30--2025-03-01.yaml", "时段"),
        (f"{FOLDER}/2025.yaml~", "不属于 时段"),
        (f"{FOLDER}/notes.txt", "不属于 files"),
        (f"{FOLDER}/receipt.png", "不属于 files"),
        (f"{FOLDER}/old/2024.yaml", "不属于"),
        (f"{FOLDER}/files/run.exe", "附件 PDF"),
        (f"{FOLDER}/files/page.html", "附件 PDF"),
        (f"{FOLDER}/files/x.svg", "附件 PDF"),
        (f"{FOLDER}/files/team.yaml", "附件 PDF"),
        *((f"{FOLDER}/files/2025/{name}", "不能用 编号") for name in UNSAFE),
        ("questions/310107/one.yaml", "数字"),
        ("questions/310107/１.yaml", "数字"),
        ("questions/310107/1.yml", ".yaml"),
        ("questions/1.yaml", "不属于"),
        ("questions/310107/a/1.yaml", "不属于"),
    ],
)
def test_a_file_that_belongs_nowhere(path: str, words: str, tmp_path: Path) -> None:
    _, teams, findings = read(write(tmp_path, {path: "name: x\n"}))
    assert [(f.rule, f.place.file) for f in findings] == [("Y06", path)]
    said = f"{findings[0].message} {findings[0].fix}"
    assert [word for word in words.split(" ") if word not in said] == [], said
    assert len(teams) == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n::error::b.yaml", "a\\u000a::error::b.yaml"),
        ("a\x1b[2J.yaml", "a\\u001b[2J.yaml"),
        ("a\u202elmay.yaml", "a\\u202elmay.yaml"),
        ("a\u200b.yaml", "a\\u200b.yaml"),
        ("a\tb.yaml", "a\\u0009b.yaml"),
        (os.fsdecode(b"a\xff.yaml"), "a\\udcff.yaml"),
    ],
)
@pytest.mark.parametrize("folder", ["", "societies/", f"{FOLDER}/files/"])
def test_a_name_that_acts_on_a_terminal(folder: str, name: str, shown: str, tmp_path: Path) -> None:
    write(tmp_path)
    try:
        (tmp_path / folder / name).write_text("x")
    except OSError:
        pytest.skip("this file system has no such names")
    _, _, (finding,) = read(tmp_path)
    assert (finding.rule, finding.place.file) == ("Y06", folder + shown)
    assert finding.message.isprintable()


@pytest.mark.parametrize("path", ["site.yaml", SOCIETY, TEAM, REPORT, f"{FOLDER}/files/s1.png"])
def test_a_link_is_not_followed(path: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(FILES.get(path, ""))
    data = write(tmp_path / "data")
    (data / path).unlink()
    (data / path).symlink_to(elsewhere)
    _, _, findings = read(data)
    (refused,) = (f for f in findings if f.rule == "Y06")
    assert refused.place.file == path
    assert "链接" in refused.message
    assert all(f.rule in {"Y06", "F02"} for f in findings)


@pytest.mark.parametrize("path", ["teams", "teams/310107", FOLDER, f"{FOLDER}/files", "societies"])
def test_a_linked_folder_is_not_followed(path: str, tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    (data / path).rename(tmp_path / "moved")
    (data / path).symlink_to(tmp_path / "moved", target_is_directory=True)
    _, _, findings = read(data)
    assert [(f.rule, f.place.file) for f in findings] == [("Y06", path)]


def test_links_that_go_round_or_nowhere(tmp_path: Path) -> None:
    data = write(tmp_path)
    (data / "teams/310107/round").symlink_to(data / "teams")
    (data / "societies/310108.yaml").symlink_to(data / "nothing")
    _, _, findings = read(data)
    assert [f.rule for f in findings] == ["Y06", "Y06"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    data = write(tmp_path)
    os.mkfifo(data / "societies/310108.yaml")
    os.mkfifo(data / f"{FOLDER}/2024.yaml")
    _, _, findings = read(data)
    assert [(f.rule, "设备" in f.message) for f in findings] == [("Y06", True)] * 2


def test_what_is_put_in_the_place_of_a_file_since(tmp_path: Path) -> None:
    """Between the listing and the reading: a link, a folder, nothing."""
    (tmp_path / "real.yaml").write_text(FILES["site.yaml"])
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    (tmp_path / "folder.yaml").mkdir()
    for name in ("link.yaml", "folder.yaml", "nothing.yaml"):
        value, source, (finding,) = read_file(tmp_path, name, SITE, AS_OF)
        assert (value, source.text, finding.rule) == (None, "", "Y06")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert read_file(tmp_path, "pipe.yaml", SITE, AS_OF)[0] is None


def test_folders_too_deep(tmp_path: Path) -> None:
    _, _, findings = read(write(tmp_path, {"teams/" + "a/" * 30 + "x.yaml": ""}))
    assert [f.rule for f in findings] == ["Y06"]
    assert "太深" in findings[0].message


def test_an_empty_folder_and_none(tmp_path: Path) -> None:
    context, teams, findings = read(tmp_path)
    assert (context, teams) == (None, [])
    assert [(f.rule, f.place.file, "mingzhang new site" in f.fix) for f in findings] == [("F02", "site.yaml", True)]
    _, _, findings = read(tmp_path / "nowhere")
    assert [f.rule for f in findings] == ["Y06", "F02"]


def test_no_site(tmp_path: Path) -> None:
    context, teams, findings = read(write(tmp_path, {"site.yaml": None}))
    assert context is None
    assert [(f.rule, f.place.file) for f in findings] == [("F02", "site.yaml")]
    assert teams[0].whole


def test_no_team(tmp_path: Path) -> None:
    _, (folder,), (finding,) = read(write(tmp_path, {TEAM: None}))
    assert (finding.rule, finding.place.file) == ("F02", TEAM)
    assert "mingzhang new team" in finding.fix
    assert not folder.whole


@pytest.mark.parametrize(
    ("content", "rule", "words", "line", "column"),
    [
        (b"", "F02", "文件是空的", 1, 1),
        (b"\n\n", "F02", "文件是空的", 1, 1),
        ("# 只有注释\n".encode(), "F02", "文件是空的", 1, 1),
        (b"---\n...\n", "F02", "文件是空的", 1, 1),
        (b"\xef\xbb\xbf", "F02", "文件是空的", 1, 1),
        (b"- a\n- b\n", "F03", "文件内容应是一组“键: 值”", 1, 1),
        (b"[]\n", "F03", "文件内容", 1, 1),
        ("新虹\n".encode(), "F03", "键: 值", 1, 1),
        ("title：示例\n".encode(), "F03", "全角冒号", 1, 1),
        (b"n/a\n", "F11", "不能写 n/a", 1, 1),
        ("withheld: 不想说\n".encode(), "F11", "必须公开", 1, 11),
        (b"*a\n", "Y04", "别名", 1, 1),
        ("title: 示例\npublisher: 示例\n".encode("gb18030"), "Y01", "UTF-8 另存为", 1, 9),
        ("title: a\npublisher: 示例\n".encode("gb18030"), "Y01", "UTF-8", 2, 13),
        ("title: a\n".encode("utf-16"), "Y01", "UTF-8", 1, 1),
        ("title: a\n".encode("utf-16-le"), "Y01", "控制字符", 1, 2),
        ("title: a\n".encode("utf-16-be"), "Y01", "控制字符", 1, 1),
        ("title: a\n".encode("utf-32"), "Y01", "UTF-8", 1, 1),
        (b"title: a\xc0\x80\n", "Y01", "UTF-8", 1, 9),
        (b"title: \xed\xa0\x80\n", "Y01", "UTF-8", 1, 8),
        (b"title: \xf5\x80\x80\x80\n", "Y01", "UTF-8", 1, 8),
        (b"title: a\r\x00\n", "Y01", "控制字符", 2, 1),
        (b"%YAML 3.0\n---\ntitle: a\n", "Y02", "", 1, 1),
    ],
)
def test_a_file_that_is_no_record(
    content: bytes, rule: str, words: str, line: int, column: int, tmp_path: Path
) -> None:
    context, _, findings = read(write(tmp_path, {"site.yaml": content}))
    assert context is None
    (finding,) = findings
    assert (finding.rule, finding.place.line, finding.place.column) == (rule, line, column)
    assert [w for w in words.split(" ") if w not in f"{finding.message} {finding.fix}"] == []


def nested(depth: int) -> str:
    """A list so deep below the root's own mapping."""
    return "title: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


@pytest.mark.parametrize(("depth", "rules"), [(12, {"F03", "F02"}), (13, {"Y05"})])
def test_twelve_levels(depth: int, rules: set[str], tmp_path: Path) -> None:
    _, _, findings = read(write(tmp_path, {"site.yaml": nested(depth)}))
    assert {f.rule for f in findings} == rules
    if depth == 13:
        assert (findings[0].place.line, findings[0].place.column) == (1, 7 + 12)
        assert "12 层" in findings[0].message


@pytest.mark.parametrize(("size", "read_on"), [(2 * 1024 * 1024, True), (2 * 1024 * 1024 + 1, False)])
def test_two_mebibytes(size: int, read_on: bool, tmp_path: Path) -> None:
    text = FILES["site.yaml"]
    padded = text + "#" + "x" * (size - len(text.encode()) - 2) + "\n"
    assert len(padded.encode()) == size
    context, _, findings = read(write(tmp_path, {"site.yaml": padded}))
    assert (context is not None) is read_on
    assert [(f.rule, f.message) for f in findings] == ([] if read_on else [("Y05", "文件超过 2 MiB")])
    _, _, faults = read_file(tmp_path, "site.yaml", SITE, AS_OF)
    assert faults == findings


@pytest.mark.parametrize(("values", "rules"), [(199_996, {"F03", "F02"}), (199_999, {"Y05"})])
def test_two_hundred_thousand_values(values: int, rules: set[str], tmp_path: Path) -> None:
    """The root, its key and the list are three values more."""
    content = "title: [" + "a," * values + "]\n"
    _, _, findings = read(write(tmp_path, {"site.yaml": content}))
    assert {f.rule for f in findings} == rules


def test_a_file_of_nothing_but_faults(tmp_path: Path) -> None:
    rows = "".join(f"- {{id: x, applies: yaer, unknown{n}: 1}}\n" for n in range(1000))
    _, _, findings = read(write(tmp_path, {"deadlines.yaml": rows}))
    assert len(findings) == 501
    assert (findings[-1].rule, "超过 500 处" in findings[-1].message) == ("Y05", True)
