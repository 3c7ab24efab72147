"""Whatever a repository's settings name, and whatever stands in the records: git runs nothing else, and comes back."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli.changes import changed_since, path_in_repository
from generator.cli.faults import UserError
from generator.load import git
from generator.load.history import Blobs, read_history
from tests.load.repository import REPORT, TEAM, Repository, settings

PATH = f"{TEAM}/2024.yaml"


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """Each command leaves its mark here, if one is run."""
    return tmp_path / "ran"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name, value in settings(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    made = Repository(tmp_path / "repository")
    made.commit("2025-03-13", PATH, REPORT)
    made.commit("2025-03-14", PATH, REPORT.replace("20}", "30}"))
    return made


def _edited(repository: Repository) -> None:
    """A file that git has to read to know whether it differs."""
    repository.write(PATH, REPORT.replace("20}", "31}"))
    os.utime(repository.data / PATH, (1, 1))


def test_no_command_of_the_repository_is_run(repository: Repository, ran: Path):
    (repository.data / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n", encoding="utf-8")
    for name in ("filter.evil.clean", "filter.evil.process", "diff.evil.textconv", "diff.evil.command", "diff.external",
                 "core.pager", "core.fsmonitor", "core.sshCommand", "gpg.program"):  # fmt: skip
        repository.git("config", name, f"echo {name} >> {ran}; cat")
    repository.git("config", "filter.evil.required", "true")
    repository.git("config", "alias.status", f"!echo alias >> {ran}")
    hook = repository.folder / ".git/hooks/post-index-change"
    hook.write_text(f"#!/bin/sh\necho hook >> {ran}\n", encoding="utf-8")
    hook.chmod(0o755)
    _edited(repository)
    history = read_history(repository.data)
    assert history.missing == ""
    assert PATH in history.dirty
    blobs = Blobs(repository.data)
    assert blobs.text(history.files[PATH].versions[0].blob) == REPORT
    blobs.close()
    assert PATH in changed_since(repository.data, "HEAD")
    assert path_in_repository(repository.data) == "data/"
    assert not ran.exists(), ran.read_text()


def test_a_filter_that_cannot_be_switched_off_is_not_run(repository: Repository, ran: Path):
    (repository.data / ".gitattributes").write_text("*.yaml filter=a=b\n", encoding="utf-8")
    repository.git("config", "filter.a=b.clean", f"echo clean >> {ran}; cat")
    _edited(repository)
    assert read_history(repository.data).missing == "unreadable"
    with pytest.raises(UserError):
        changed_since(repository.data, "HEAD")
    assert not ran.exists()


@pytest.mark.parametrize("inner", [".", "societies"])
def test_records_cannot_pose_as_a_repository(repository: Repository, ran: Path, tmp_path: Path, inner: str):
    """Files that anybody may hand in: HEAD, objects, refs, and settings that name a command."""
    bare = tmp_path / "bare"
    repository.git("clone", "-q", "--bare", str(repository.folder), str(bare))
    posing = repository.data / inner
    for name in ("HEAD", "objects", "refs", "packed-refs"):
        source = bare / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, posing / name)
    lines = f'[core]\nbare = false\nworktree = {posing}\nfsmonitor = "echo monitor >> {ran}; false"\n'
    (posing / "config").write_text(f'{lines}[filter "evil"]\nclean = "echo clean >> {ran}; cat"\n', encoding="utf-8")
    (posing / ".gitattributes").write_text("*.yaml filter=evil\n", encoding="utf-8")
    found = subprocess.run(["git", "rev-parse", "--git-dir"], cwd=posing, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ".", "git itself is taken in"
    ran.unlink(missing_ok=True)
    assert read_history(posing).missing == "not_a_repository"
    with pytest.raises(UserError):
        changed_since(posing, "HEAD")
    assert not ran.exists()


def test_the_callers_own_repository_is_not_taken_for_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A hook of git runs its commands with GIT_DIR set."""
    other = Repository(tmp_path / "other")
    other.commit("2025-01-01", PATH, REPORT)
    right = read_history(repository.data).files
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git/index"))
    assert read_history(repository.data).files == right


def test_a_git_that_does_not_answer(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "SECONDS", 0.2)
    assert read_history(repository.data).missing == "unreadable"
    with pytest.raises(UserError, match="没有回答"):
        changed_since(repository.data, "HEAD")


def test_a_commit_of_a_day_that_there_is_not(repository: Repository):
    """Whoever commits writes the day; a build does not fail of it."""
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    lines = f"tree {tree}\nauthor a <a> 99999999999999 +0000\ncommitter a <a> 99999999999999 +0000\n\nx\n"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=repository.folder, input=lines, capture_output=True, text=True, check=True,
    )  # fmt: skip
    repository.git("reset", "-q", "--soft", made.stdout.strip())
    assert read_history(repository.data).missing == "unreadable"


def test_nothing_is_fetched(repository: Repository, ran: Path, tmp_path: Path):
    """A copy that lacks contents would ask for them, by a command that its settings name."""
    repository.git("config", "uploadpack.allowFilter", "true")
    copy = tmp_path / "copy"
    repository.git("clone", "-q", "--filter=blob:none", repository.folder.as_uri(), str(copy))
    settings_of = ["git", "-C", str(copy), "config"]
    subprocess.run([*settings_of, "remote.origin.uploadpack", f"echo up >> {ran}; git-upload-pack"], check=True)
    history = read_history(copy / "data")
    blobs = Blobs(copy / "data")
    assert blobs.text(history.files[PATH].versions[0].blob) is None
    blobs.close()
    assert not ran.exists()
