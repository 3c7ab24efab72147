"""What a person can do wrong: one plain line in Chinese, exit code 2, never a traceback."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main as main_module
from generator.cli import validate

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["validate", "--data", "nowhere"], "没有记录文件夹 nowhere"),
        (["validate", "--data", "data/site.yaml"], "data/site.yaml 是一个文件"),
        (["validate", "nothing.yaml"], "里没有 nothing.yaml"),
        (["validate", "../"], "里没有 ../"),
        (["validate", "/etc/hostname"], "里没有 /etc/hostname"),
        (["validate", "--as-of", "2025/1/2"], "应写成 2025-01-02"),
        (["validate", "--as-of", "\x1b[31m昨天"], "\\u001b[31m昨天"),
        (["validate", "--since", "HEAD"], "找不到 git 版本"),
        (["validate", "--since", "--output=x"], "--since 后面要写一个值"),
        (["validate", "--since=--output=x"], "找不到 git 版本"),
        (["validate", "--format", "xml"], "--format 不能是 'xml'；可以是"),
        (["validate", "--format"], "--format 后面要写一个值"),
        (["validate", "--strict=1"], "--strict 后面不写值"),
        (["validate", "--colour"], "不认识：--colour"),
        (["validate", "--form", "json"], "不认识：--form"),
        (["validat"], "命令 不能是 'validat'"),
        ([], "还要写：命令"),
        (["new"], "还要写：类别"),
        (["new", "club"], "类别 不能是 'club'"),
        (["new", "site", "x/y"], "只有一份"),
        (["new", "site"], "已经有 data/site.yaml"),
        (["new", "society", "Shanghai"], "位置应写成 310107"),
        (["new", "society", "../../x"], "位置应写成 310107"),
        (["new", "team", "990101"], "位置应写成 310107/xinhong"),
        (["new", "team", "990101/../x"], "位置应写成 310107/xinhong"),
        (["new", "report", "990101/shili/20x"], "不是期间"),
        (["new", "report", "990101/nobody/2025"], "先用 mingzhang new team"),
        (["new", "report", "990101/shili/2025"], "已经有 data/teams/990101/shili/2025.yaml"),
        (["new", "site", "--data", "data/site.yaml"], "是一个文件"),
        (["schema", "--output", "data/site.yaml"], "已经有同名的文件：data/site.yaml"),
    ],
)
def test_a_fault_of_use_is_one_line(project: Path, command, words: list[str], says: str):
    code, out, err = command(*words)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999999", "-99999999999999"])
def test_a_bad_epoch_is_one_line(project: Path, command, monkeypatch: pytest.MonkeyPatch, epoch: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    code, _, err = command("validate")
    assert code == 2
    assert "SOURCE_DATE_EPOCH" in err
    assert len(err.splitlines()) == 1


def test_the_epoch_is_read_by_beijing_time(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773244800")  # 2026-03-11 16:00 UTC: 2026-03-12 in Beijing
    assert command("validate")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773244799")
    assert command("validate")[0] == 1


def test_an_unreadable_file_is_named(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    real = os.open

    def refuse(path, *more, **named):
        if str(path).endswith("team.yaml"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    code, out, err = command("validate")
    assert code == 1
    assert "data/teams/990101/shili/team.yaml" in out + err
    assert "Traceback" not in out + err


def test_no_disk_is_one_line(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    def full(args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(validate, "run", full)
    assert command("validate") == (2, "", "磁盘满了\n")


def test_an_interrupt_is_130(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    def stop(args):
        raise KeyboardInterrupt

    monkeypatch.setattr(validate, "run", stop)
    assert command("validate") == (130, "", "已中断\n")


def test_a_bug_is_one_line_and_a_log(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    def fail(args):
        raise ZeroDivisionError("fen")

    monkeypatch.setattr(validate, "run", fail)
    monkeypatch.setattr("tempfile.tempdir", str(project))
    code, out, err = command("validate")
    assert (code, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    (log,) = project.glob("mingzhang-error-*.log")
    assert str(log) in err
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: fen" in text
    assert re.search(r"^python 3\.", text, re.MULTILINE)
    assert log.stat().st_mode & 0o077 == 0


def test_a_bug_without_a_place_for_the_log(project: Path, command, monkeypatch: pytest.MonkeyPatch):
    def fail(args):
        raise ZeroDivisionError("fen")

    monkeypatch.setattr(validate, "run", fail)
    monkeypatch.setattr("tempfile.tempdir", str(project / "nowhere"))
    code, _, err = command("validate")
    assert code == 3
    assert "写不了日志" in err


def test_every_command_has_a_module_with_both_functions():
    for each in main_module.COMMANDS:
        module = __import__(each.module, fromlist=["run"])
        assert callable(module.add_arguments)
        assert callable(module.run)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (Path.exists, 0),
        (shutil.rmtree, 2),
        (lambda data: (shutil.rmtree(data), data.write_text("x")), 2),
        (lambda data: (data / "site.yaml").write_text("a: [b\n\tc", encoding="utf-8"), 1),
        (lambda data: (data / "site.yaml").write_bytes(b"\xff\xfe\x00"), 1),
        (lambda data: (data / "site.yaml").write_text("[" * 100_000), 1),
        (lambda data: (data / "site.yaml").unlink(), 1),
        (lambda data: shutil.rmtree(data / "teams"), 0),
        (lambda data: Path(os.fsdecode(os.fsencode(data) + b"/\xed\xa0\x80.yaml")).touch(), 1),
        (lambda data: (data / "link.yaml").symlink_to("/etc/passwd"), 1),
        (lambda data: os.mkfifo(data / "pipe.yaml"), 1),
    ],
    ids=[
        "good",
        "no data",
        "data is a file",
        "broken",
        "not utf-8",
        "deep",
        "no site",
        "no teams",
        "name",
        "link",
        "pipe",
    ],
)
@pytest.mark.parametrize("form", ["text", "github"])
def test_the_process_ends_as_promised(project: Path, process, spoil, code: int, form: str):
    spoil(project / "data")
    run = process("validate", "--format", form)
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert "root:" not in run.stdout


def test_a_reader_that_leaves_is_no_traceback(project: Path):
    line = f"{sys.executable} -P -m generator.cli validate --format json"
    run = subprocess.run(
        ["bash", "-c", f"{line} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.strip() in ("0", "2")


def test_ctrl_c_stops_the_process(project: Path):
    # A git that never answers, so that the process is certainly still at work.
    (project / "bin").mkdir()
    git = project / "bin" / "git"
    git.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    git.chmod(0o755)
    run = subprocess.Popen(
        [sys.executable, "-P", "-m", "generator.cli", "validate", "--since", "HEAD"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{project / 'bin'}:{os.environ['PATH']}"},
        start_new_session=True,
    )
    time.sleep(1.5)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert (run.returncode, out, err) == (130, "", "已中断\n")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_any_locale_speaks_chinese(project: Path, process, environment: dict[str, str]):
    run = process("validate", **environment)
    assert run.returncode == 0, run.stderr
    assert "没有必须改正的问题" in run.stdout
