"""The offline ZIP: everything in it, checksums that another tool accepts, the same bytes twice, nothing half-made."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.bundle import SUMS

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests/example/data"
TOP = "mingzhang-2026-11-24"


def _build(output: Path, *more: str, data: Path = DATA) -> int:
    words = ["build", "--data", str(data), "--output", str(output), "--as-of", "2026-11-24", "--jobs", "1"]
    return main([*words, *more])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site and its ZIP."""
    folder = tmp_path_factory.mktemp("bundle")
    assert _build(folder / "site", "--bundle") == 0
    return folder


def test_it_holds_the_site_the_records_and_how_to_verify(made: Path):
    with zipfile.ZipFile(made / "site.zip") as bundle:
        names = set(bundle.namelist())
        for source, prefix in ((made / "site", "site"), (DATA, "records")):
            for path in source.rglob("*"):
                if path.is_file() and path.name != ".mingzhang-site":
                    name = f"{TOP}/{prefix}/{path.relative_to(source).as_posix()}"
                    told = path.read_bytes().replace(
                        b"organ_registrant: 3", "organ_registrant: {withheld: 少于 5 人}".encode()
                    )
                    assert bundle.read(name) == told
                    names.remove(name)
        assert names == {f"{TOP}/README.txt", f"{TOP}/{SUMS}"}
        words = bundle.read(f"{TOP}/README.txt").decode("utf-8-sig")
    assert "site/index.html" in words
    assert "\r\n" in words
    assert "{" not in words.replace("ForEach-Object { $h,$f", "").replace("-ne $h) { $f }", "")


def test_the_checksums_are_right_for_another_tool(made: Path, tmp_path: Path):
    with zipfile.ZipFile(made / "site.zip") as bundle:
        bundle.extractall(tmp_path)
    check = ["sha256sum", "--check", "--quiet", "--strict", SUMS]
    assert subprocess.run(check, cwd=tmp_path / TOP, check=False).returncode == 0
    listed = (tmp_path / TOP / SUMS).read_text("utf-8").splitlines()
    present = [path for path in (tmp_path / TOP).rglob("*") if path.is_file() and path.name != SUMS]
    assert len(listed) == len(present)
    page = tmp_path / TOP / "site/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert subprocess.run(check, cwd=tmp_path / TOP, check=False, capture_output=True).returncode == 1


def test_the_same_records_give_the_same_bytes(made: Path, tmp_path: Path):
    assert _build(tmp_path / "again", "--bundle", str(tmp_path / "other.zip")) == 0
    assert (tmp_path / "other.zip").read_bytes() == (made / "site.zip").read_bytes()


def test_refused_records_leave_the_old_one(made: Path, tmp_path: Path):
    data = shutil.copytree(DATA, tmp_path / "data")
    next(data.rglob("team.yaml")).write_text("name: [", encoding="utf-8")
    target = tmp_path / "kept.zip"
    target.write_bytes(b"old")
    assert _build(tmp_path / "site", "--bundle", str(target), data=data) == 1
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) in ([], [".site.lock"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("site/inside.zip", "里面"),
        ("data/inside.zip", "里面"),
        ("bundle.tar", ".zip"),
        ("nowhere/bundle.zip", "上一级文件夹不存在"),
    ],
)
def test_a_place_that_is_not_ours_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str):
    data = shutil.copytree(DATA, tmp_path / "data")
    assert _build(tmp_path / "site", "--bundle", str(tmp_path / name), data=data) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{member: 4, donor: 0, organ_registrant: 3}",
         "{member: {withheld: 少于 5 人}, donor: 0, organ_registrant: {withheld: 少于 5 人}}"),
        ("\r\n  member: 5\r\n  donor: '1'  # 注\r\n", "\n  member: 5\n  donor: {withheld: 少于 5 人}  # 注\n"),
        ('{"member":  "2"}', '{"member":  {withheld: 少于 5 人}}'),
    ],
)  # fmt: skip
def test_small_counts_are_given_to_nobody(tmp_path: Path, written: str, told: str):
    data = shutil.copytree(DATA, tmp_path / "data")
    record = data / "societies/310107.yaml"
    text = record.read_text("utf-8")
    before = next(line for line in text.splitlines() if line.startswith("volunteer_sources:"))
    space = "" if written.startswith("\r") else " "
    record.write_bytes(text.replace(before, f"volunteer_sources:{space}{written}").encode())
    assert _build(tmp_path / "site", "--bundle", data=data) == 0
    with zipfile.ZipFile(tmp_path / "site.zip") as bundle:
        bundle.extractall(tmp_path / "out")
    given = tmp_path / "out" / TOP / "records"
    assert f"volunteer_sources:{space}{told}" in (given / "societies/310107.yaml").read_text("utf-8")
    assert _build(tmp_path / "again", data=given) == 0
    page = "societies/310107/index.json"
    assert (tmp_path / "again" / page).read_bytes() == (tmp_path / "site" / page).read_bytes()


def test_a_count_that_cannot_be_taken_out_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    data = shutil.copytree(DATA, tmp_path / "data")
    record = data / "societies/310107.yaml"
    record.write_text(record.read_text("utf-8").replace("organ_registrant: 3", "organ_registrant:\n    3"), "utf-8")
    assert _build(tmp_path / "site", "--bundle", data=data) == 2
    assert "societies/310107.yaml" in capsys.readouterr().err
    assert not (tmp_path / "site.zip").exists()


def test_a_leader_who_did_not_agree_is_named_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Not on a page, in a file beside it, in the search, in the ZIP."""
    data = shutil.copytree(DATA, tmp_path / "data")
    name = "欧阳密秘"
    record = data / "teams/310107/xinhong/team.yaml"
    lines = [f"leader: {{name: {name}, title: 队长}}" if line.startswith("leader:") else line
             for line in record.read_text("utf-8").splitlines()]  # fmt: skip
    record.write_text("\n".join(lines), "utf-8")
    assert _build(tmp_path / "refused", "--bundle", data=data) == 2
    said = capsys.readouterr().err
    assert "teams/310107/xinhong/team.yaml" in said
    assert name not in said
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".zip") == []
    assert _build(tmp_path / "site", data=data) == 0
    written = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert len(written) > 100
    for path in written:
        found = path.read_bytes()
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                found = b"".join(book.read(part) for part in book.namelist())
        assert name.encode() not in found, path
