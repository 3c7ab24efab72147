"""Publishing: the whole new site or the whole old one, whatever happens, and the same bytes from the same records."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.engine import pelican_run
from generator.publish import swap as swapping
from generator.publish.staging import MARKER

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "example" / "data"
BAD = "teams/310107/xinhong/2025.yaml"
EPOCH = "1795449600"  # 2026-11-24 in Beijing


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with data in it."""
    shutil.copytree(EXAMPLE, tmp_path / "data")
    return tmp_path


def build(place: Path, output: str | Path = "site", *more: str, data: str = "data") -> int:
    """Build in this process."""
    words = ["build", "--data", str(place / data), "--output", str(place / output), "--as-of", "2026-11-24", *more]
    return main([*words, "--jobs", "1"])


def tree(folder: Path) -> dict[str, str]:
    """Every file by the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def spoil(place: Path) -> None:
    """One fen too much."""
    record = place / "data" / BAD
    record.write_text(record.read_text("utf-8").replace("716371.67", "716371.68"), "utf-8")


def beside(place: Path) -> set[str]:
    """What lies beside the site."""
    return {path.name for path in place.iterdir()} - {"data", "site", ".site.lock"}


def test_a_good_build_says_one_line_and_leaves_nothing_beside(place: Path, capsys):
    before = tree(place / "data")
    assert build(place) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert len(said.out.splitlines()) == 1
    assert said.out.startswith("已生成 ")
    assert (place / "site" / "index.html").is_file()
    assert beside(place) == set()
    assert tree(place / "data") == before


def test_bad_records_leave_the_site_as_it_was(place: Path, capsys):
    assert build(place) == 0
    before = tree(place / "site")
    spoil(place)
    assert build(place) == 1
    assert tree(place / "site") == before
    assert beside(place) == set()
    assert "网站没有改动" in capsys.readouterr().err


def test_bad_records_make_no_site(place: Path):
    spoil(place)
    assert build(place) == 1
    assert not (place / "site").exists()


def test_a_second_build_replaces_the_first_whole(place: Path):
    assert build(place) == 0
    (place / "site" / "old.html").write_text("x")
    assert build(place) == 0
    assert not (place / "site" / "old.html").exists()
    assert beside(place) == set()


def _foreign(place: Path) -> Path:
    (place / "site").mkdir()
    (place / "site" / "thesis.txt").write_text("mine")
    return place / "site"


def _file(place: Path) -> Path:
    (place / "site").write_text("mine")
    return place / "site"


@pytest.mark.parametrize(
    "output",
    [_foreign, _file, lambda p: p / "data", lambda p: p / "data" / "site", lambda p: p, lambda _: Path("/proc/mingzhang-site")],
    ids=["not ours", "a file", "the data", "inside the data", "above the data", "no place to write"],
)  # fmt: skip
def test_an_output_that_cannot_be_is_refused(place: Path, capsys, output: Callable[[Path], Path]):
    target = output(place)
    before = tree(place)
    assert build(place, target) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert tree(place) == before


def test_an_empty_folder_is_taken(place: Path):
    (place / "site").mkdir()
    assert build(place) == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_parent_is_one_line(place: Path, capsys):
    (place / "shut").mkdir(mode=0o555)
    assert build(place, "shut/site") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_link_stays_a_link(place: Path):
    (place / "elsewhere").mkdir()
    assert build(place, "elsewhere/one") == 0
    (place / "site").symlink_to("elsewhere/one")
    before = tree(place / "elsewhere" / "one")
    assert build(place) == 0
    assert (place / "site").is_symlink()
    assert tree(place / "elsewhere" / "one") == before
    assert {path.name for path in (place / "elsewhere").iterdir()} == {"one", ".one.lock"}


def test_without_the_exchange_two_renames_do(place: Path, monkeypatch: pytest.MonkeyPatch):
    assert build(place) == 0
    (place / "site" / "old.html").write_text("x")
    monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    assert build(place) == 0
    assert not (place / "site" / "old.html").exists()
    assert beside(place) == set()


def test_a_rename_that_fails_puts_the_old_site_back(place: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    assert build(place) == 0
    before = tree(place / "site")
    real = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if ".staging-" in self.name:
            raise OSError(16, "Device or resource busy")
        return real(self, target)

    monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    assert build(place) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert tree(place / "site") == before
    assert beside(place) == set()


@pytest.mark.parametrize("moment", ["while staging", "between the renames"])
def test_after_a_crash_the_next_build_puts_all_right(place: Path, moment: str):
    assert build(place) == 0
    before = tree(place / "site")
    code = (
        "import os, sys\n"
        "from generator.publish import swap\n"
        "from generator.cli import main\n"
        + (
            "import generator.engine.build as b\nb.sitewide_files = lambda *a: os._exit(9)\n"
            if moment == "while staging"
            else "from pathlib import Path\n"
            "swap._exchange = lambda *a: False\n"
            "real = Path.rename\n"
            "Path.rename = lambda s, t: os._exit(9) if '.staging-' in s.name else real(s, t)\n"
        )
        + "main.main(sys.argv[1:])\n"
    )
    words = ["build", "--data", "data", "--output", "site", "--as-of", "2026-11-24"]
    run = subprocess.run(
        [sys.executable, "-P", "-c", code, *words], cwd=place, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert run.returncode == 9
    assert any(".site.staging-" in name for name in beside(place))
    if moment == "while staging":
        assert tree(place / "site") == before
    spoil(place)
    assert build(place) == 1
    assert tree(place / "site") == before
    assert beside(place) == set()


def test_two_builds_at_once(place: Path, capsys):
    assert build(place) == 0
    before = tree(place / "site")
    capsys.readouterr()
    with (place / ".site.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert build(place) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert "另一个生成" in said.err
    assert tree(place / "site") == before
    assert build(place) == 0


def test_a_lock_that_is_a_link_is_not_followed(place: Path):
    (place / "precious").write_text("mine")
    (place / ".site.lock").symlink_to("precious")
    assert build(place) == 2
    assert (place / "precious").read_text() == "mine"


@pytest.mark.parametrize(
    "environment",
    [
        {"umask": "077", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "jobs": "1"},
        {"umask": "002", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "77", "jobs": "2"},
    ],
    ids=["one", "other"],
)
def test_the_same_records_give_the_same_bytes(
    place: Path, tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
):
    # More teams than a worker's share, so that there are workers.
    for number in range(20):
        shutil.copytree(place / "data/teams/310107/rendao", place / f"data/teams/310107/copy-{number}")
        team = place / f"data/teams/310107/copy-{number}/team.yaml"
        team.write_text(team.read_text("utf-8").replace("name: 示例区", f"name: 第 {number} 示例区", 1), "utf-8")
    assert build(place) == 0
    other = tmp_path_factory.mktemp("elsewhere") / "deeper"
    shutil.copytree(place / "data", other / "records")
    variables = {key: value for key, value in environment.items() if key.isupper()}
    words = f"umask {environment['umask']}; exec {sys.executable} -P -m generator.cli build --data records --output out --as-of 2026-11-24 --jobs {environment['jobs']}"
    run = subprocess.run(
        ["bash", "-c", words], cwd=other, env={**os.environ, "PYTHONPATH": str(ROOT), **variables}, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert tree(other / "out") == tree(place / "site")


def pelican(data: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Pelican itself, with the project's settings."""
    settings = output.parent / "conf.py"
    settings.write_text(f"from pelicanconf import *\nMINGZHANG_DATA = {str(data)!r}\n", "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pelican", str(ROOT / "content"), "-s", str(settings), "-o", str(output)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH, "TZ": "America/Los_Angeles"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_pelican_builds_the_same_site(place: Path):
    assert build(place) == 0
    run = pelican(place / "data", place / "pelican")
    assert run.returncode == 0, run.stdout + run.stderr
    mine = tree(place / "site")
    assert mine.pop(MARKER)
    assert tree(place / "pelican") == mine


def test_pelican_stops_at_a_broken_record_and_touches_nothing(place: Path):
    assert pelican(place / "data", place / "pelican").returncode == 0
    before = tree(place / "pelican")
    spoil(place)
    run = pelican(place / "data", place / "pelican")
    assert run.returncode != 0
    assert tree(place / "pelican") == before


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("Title: 时限\nSlug: due\n\n手写。\n", "两个页面都要写 due/index.html"),
        ("Slug: untitled\n\n没有标题。\n", "手写页面"),
        ("Title: 没有代号\n\n手写。\n", "没有写 Slug"),
    ],
    ids=["claims a page", "no title", "no slug"],
)
def test_a_hand_written_page_that_cannot_be_fails_the_build(place: Path, monkeypatch, capsys, page: str, says: str):
    assert build(place) == 0
    before = tree(place / "site")
    capsys.readouterr()
    shutil.copytree(ROOT / "content", place / "content")
    (place / "content" / "pages" / "extra.md").write_text(page, "utf-8")
    settings = place / "conf.py"
    settings.write_text(f"from pelicanconf import *\nPATH = {str(place / 'content')!r}\n", "utf-8")
    monkeypatch.setattr(pelican_run, "SETTINGS", settings)
    assert build(place) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert tree(place / "site") == before
