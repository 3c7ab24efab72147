"""A site built from a git work tree tells its history, and nobody's name; built twice, it is the same."""

from pathlib import Path

import pytest

from generator.cli.main import main
from tests.load.repository import PRIVATE, REPORT, TEAM, Repository, owned_by_another, settings

PATH = f"{TEAM}/2024.yaml"
WITHDRAWN = "张三丰"
CORRECTION = """corrections:
  - {date: 2025-03-20, entry: D1, field: amount, before: 20, after: 30, reason: 录入错误}
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name, value in settings(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    return Repository(tmp_path / "repository")


def build(data: Path, output: Path) -> dict[str, bytes]:
    assert main(["build", "--data", str(data), "--output", str(output), "--as-of", "2026-06-30", "--jobs", "1"]) == 0
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def add_repository_address(repository: Repository) -> None:
    site = (repository.data / "site.yaml").read_text("utf-8")
    repository.write("site.yaml", site + "repository: https://gitlab.example.org/o/r\n")


def test_a_site_tells_its_history(repository: Repository, tmp_path: Path):
    add_repository_address(repository)
    named = "{kind: named, name: " + WITHDRAWN + ", consent: 书面同意}"
    first = repository.commit("2025-03-13", PATH, REPORT.replace("{kind: anonymous}", named))
    repository.commit("2025-03-14", PATH, REPORT)
    corrected = REPORT.replace("20}", "30}").replace("{general: 120}", "{general: 130}").replace("120}", "130}")
    last = repository.commit("2025-03-20", PATH, corrected + CORRECTION)
    made = build(repository.data, tmp_path / "site")
    page = made[f"{TEAM}/history/index.html"].decode()
    assert f"2025-03-13 第一次出现在 git 里（提交 {first}）" in page
    assert "记录写的公布日期是 2025-03-12" in page
    assert f'<a href="https://gitlab.example.org/o/r/-/commit/{last}">{last}</a>' in page
    assert '<a href="../2024/index.html#D1">D1</a> 捐赠 · 金额：<del>20.00 元</del> → <ins>30.00 元</ins>' in page
    assert page.count("更正说明 2025-03-20") == 1
    assert page.count("没有更正说明") == 5  # three keys of the donor, the closing balance, where it is kept
    for path, count in (
        (f"{TEAM}/index.html", "各份报告进入公开仓库以后一共改过 2 次"),
        (f"{TEAM}/2024/index.html", "这份记录进入公开仓库以后改过 2 次"),
    ):
        assert count in made[path].decode()
    everything = b"".join(data for path, data in made.items() if not path.endswith((".xlsx", ".zip")))
    assert WITHDRAWN.encode() not in everything
    assert PRIVATE.encode() not in everything
    assert build(repository.data, tmp_path / "again") == made


def test_a_shallow_copy_and_uncommitted_work_are_told(repository: Repository, tmp_path: Path):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.commit("2025-03-20", PATH, REPORT + "note: 说明\n")
    repository.git("clone", "-q", "--depth", "1", repository.folder.as_uri(), str(tmp_path / "shallow"))
    data = tmp_path / "shallow/data"
    (data / PATH).write_text(REPORT, encoding="utf-8")
    page = build(data, tmp_path / "site")[f"{TEAM}/history/index.html"].decode()
    assert "这份记录的历史从 2025-03-20 起；更早的这里没有" in page
    assert "现在的内容里有还没有提交的改动" in page


def test_no_git_fails_no_build(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    repository.commit("2025-03-13", PATH, REPORT)
    monkeypatch.setenv("PATH", owned_by_another(tmp_path))
    page = build(repository.data, tmp_path / "refused")[f"{TEAM}/history/index.html"].decode()
    assert "git 不肯读" in page
    monkeypatch.setenv("PATH", str(tmp_path))
    made = build(repository.data, tmp_path / "without")
    assert "没有 git，所以没有逐次改动的历史" in made[f"{TEAM}/history/index.html"].decode()
    assert "没有 git 里的历史" in made[f"{TEAM}/index.html"].decode()


def test_a_site_may_go_without(repository: Repository, tmp_path: Path):
    repository.commit("2025-03-13", PATH, REPORT)
    site = (repository.data / "site.yaml").read_text("utf-8")
    repository.write("site.yaml", site + "history: false\n")
    made = build(repository.data, tmp_path / "site")
    assert not any("/history/" in path for path in made)
    assert "历史" not in made[f"{TEAM}/2024/index.html"].decode()
