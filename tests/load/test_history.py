"""What git tells of the records, in whatever state the folder is."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.load.history import Blobs, read_history
from tests.load.repository import REPORT, TEAM, Repository, owned_by_another, settings

PATH = f"{TEAM}/2024.yaml"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name, value in settings(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    return Repository(tmp_path / "repository")


@pytest.fixture
def blobs(repository: Repository) -> Iterator[Blobs]:
    reader = Blobs(repository.data)
    yield reader
    reader.close()


def test_versions_are_days_commits_and_contents(repository: Repository, blobs: Blobs):
    first = repository.commit("2025-03-13", PATH, REPORT)
    second = repository.commit("2025-03-20", PATH, REPORT.replace("20}", "30}"))
    repository.commit("2025-03-21", "../elsewhere.txt", "not a record")
    history = read_history(repository.data)
    assert history.missing == ""
    assert history.dirty == frozenset()
    versions = history.files[PATH].versions
    assert [(v.commit, v.day) for v in versions] == [(first, date(2025, 3, 13)), (second, date(2025, 3, 20))]
    assert [blobs.text(v.blob) for v in versions] == [REPORT, REPORT.replace("20}", "30}")]
    assert not history.files[PATH].cut
    assert "societies/990101.yaml" not in history.files
    assert "PRIVATE" not in repr(history)


def test_a_renamed_file_keeps_its_past(repository: Repository):
    repository.commit("2025-03-13", PATH, REPORT)
    moved = PATH.replace("shili", "other")
    (repository.data / moved).parent.mkdir()
    (repository.data / PATH).rename(repository.data / moved)
    repository.commit("2025-04-01")
    # Another file under the old name has only its own past.
    repository.commit("2025-05-01", PATH, REPORT)
    files = read_history(repository.data).files
    assert [v.path for v in files[moved].versions] == [PATH, moved]
    assert [v.day.month for v in files[PATH].versions] == [5]


def test_a_removed_file_that_came_back(repository: Repository):
    repository.commit("2025-03-13", PATH, REPORT)
    (repository.data / PATH).unlink()
    repository.commit("2025-03-14")
    repository.commit("2025-03-15", PATH, REPORT)
    assert [bool(v.blob) for v in read_history(repository.data).files[PATH].versions] == [True, False, True]


def test_work_on_a_branch_counts_when_it_is_merged(repository: Repository):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.git("switch", "-qc", "branch")
    repository.commit("2025-03-14", PATH, REPORT.replace("20}", "21}"))
    repository.commit("2025-03-15", PATH, REPORT.replace("20}", "22}"))
    repository.git("switch", "-q", "main")
    repository.commit("2025-03-16", "../elsewhere.txt", "so that the merge is one")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "branch", day="2025-03-17")
    versions = read_history(repository.data).files[PATH].versions
    assert [v.day.day for v in versions] == [13, 17]


def test_a_shallow_copy_says_that_there_is_more(repository: Repository, tmp_path: Path):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.commit("2025-03-20", PATH, REPORT.replace("20}", "30}"))
    repository.git("clone", "-q", "--depth", "1", repository.folder.as_uri(), str(tmp_path / "shallow"))
    history = read_history(tmp_path / "shallow" / "data")
    assert history.files[PATH].cut
    assert [v.day.day for v in history.files[PATH].versions] == [20]


def test_uncommitted_work_is_told(repository: Repository):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.write(PATH, REPORT + "note: 改了\n")
    repository.write(f"{TEAM}/2023.yaml", REPORT)
    assert read_history(repository.data).dirty == {PATH, f"{TEAM}/2023.yaml"}


def test_no_repository_and_no_commit(repository: Repository, tmp_path: Path):
    assert read_history(repository.data).missing == "no_commit"
    (tmp_path / "plain").mkdir()
    assert read_history(tmp_path / "plain").missing == "not_a_repository"


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    repository.commit("2025-03-13", PATH, REPORT)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(repository.data).missing == "no_git"
    assert Blobs(repository.data).text("0" * 40) is None


def test_a_checkout_of_somebody_else(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    repository.commit("2025-03-13", PATH, REPORT)
    monkeypatch.setenv("PATH", owned_by_another(tmp_path))
    assert read_history(repository.data).missing == "not_allowed"
    settings_file = Path(os.environ["GIT_CONFIG_GLOBAL"])
    settings_file.write_text(f"[safe]\n\tdirectory = {repository.folder}\n", encoding="utf-8")
    assert read_history(repository.data).missing == ""


def test_what_is_no_text_of_a_record(repository: Repository, blobs: Blobs):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.write("big.bin", "x" * (2 * 1024 * 1024 + 1))
    (repository.data / "latin.yaml").write_bytes(b"\xff\xfe")
    repository.commit("2025-03-14")
    ids = {name: repository.git("rev-parse", f"HEAD:data/{name}").strip() for name in ("big.bin", "latin.yaml", PATH)}
    tree = repository.git("rev-parse", "HEAD:data").strip()
    assert blobs.text(ids["big.bin"]) is None
    assert blobs.text(ids["latin.yaml"]) is None
    assert blobs.text(tree) is None
    assert blobs.text("0" * 40) is None
    assert blobs.text(ids[PATH]) == REPORT


def test_settings_of_the_reader_change_nothing(repository: Repository):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.commit("2025-03-20", PATH, REPORT.replace("20}", "30}"))
    plain = read_history(repository.data).files
    for name, value in {
        "log.showRoot": "false", "log.follow": "true", "diff.renames": "false", "log.showSignature": "true",
        "core.quotePath": "true", "color.ui": "always", "diff.noprefix": "true", "log.date": "relative",
        "format.pretty": "oneline", "log.decorate": "full", "diff.external": "false",
    }.items():  # fmt: skip
        repository.git("config", name, value)
    assert read_history(repository.data).files == plain
