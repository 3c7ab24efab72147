"""The command ``mingzhang``: chooses the command, and is the only place that catches everything.

A user fault is one plain line and exit code 2; a bug is one plain line, a log file and 3. Nobody sees a traceback.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tempfile
import traceback
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from generator.cli.echo import echo
from generator.cli.faults import BUG, CANNOT_RUN, OK, STOPPED, UserError, system_words
from generator.cli.parser import Parser


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its word, the module with ``add_arguments`` and ``run``, what it does in one line."""

    word: str
    module: str
    summary: str


COMMANDS = (
    Command("validate", "generator.cli.validate", "检查记录，不写任何文件"),
    Command("build", "generator.cli.build", "检查记录并生成网站；有错误就不动已公开的网站"),
    Command("serve", "generator.cli.serve", "在自己的电脑上看网站，改了记录就自动刷新"),
    Command("new", "generator.cli.new", "写一份新的记录文件，每个键都有中文说明"),
    Command("schema", "generator.cli.schema", "写出 JSON Schema，编辑器用它提示和查错"),
)
_EPILOG = """例子：
  mingzhang validate                 检查 data 文件夹里的全部记录
  mingzhang build --output output    生成网站，打开 output/index.html 就能看
  mingzhang 命令 --help              看一个命令的说明

返回值：0 没有错误 · 1 有错误 · 2 不能运行 · 3 程序出错 · 130 被中断"""


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        if argv is None:
            _speak_utf8()
        return _run(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else OK
    except KeyboardInterrupt:
        _say("已中断")
        return STOPPED
    except UserError as fault:
        _say(str(fault))
        return CANNOT_RUN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return CANNOT_RUN
    except Exception as error:
        return _other_fault(error)


def _run(argv: list[str]) -> int:
    chosen = next((word for word in argv if not word.startswith("-")), None)
    command = next((command for command in COMMANDS if command.word == chosen), None)
    listed = "\n".join(f"  {each.word:<10}{each.summary}" for each in COMMANDS)
    parser = Parser("mingzhang", f"明账：把志愿服务队的账目记录变成人人看得懂的公开网站。\n\n命令：\n{listed}", _EPILOG)
    parser.usage = "mingzhang 命令 [选项]"
    parser.add_argument("--version", action="version", version=f"明账 {_version('mingzhang')}", help="显示版本")
    words = parser.add_subparsers(
        prog="mingzhang", dest="command", metavar="命令", required=True, help=argparse.SUPPRESS
    )
    module: Any = importlib.import_module(command.module) if command else None
    for each in COMMANDS:
        sub = words.add_parser(each.word)
        if each is command:
            module.add_arguments(sub)
    args = parser.parse_args(argv)
    code = module.run(args)
    sys.stdout.flush()
    return int(code)


def _speak_utf8() -> None:
    """Start again in UTF-8 mode where file names would be read in another encoding."""
    if sys.getfilesystemencoding().lower().replace("-", "") != "utf8":
        if os.environ.get("PYTHONUTF8") == "1":
            message = "这台计算机的文件名不是 UTF-8 编码；请在 UTF-8 环境里运行，例如先执行 export LC_ALL=C.UTF-8"
            raise UserError(message)
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _other_fault(error: Exception) -> int:
    from generator.publish.staging import PublishError

    if isinstance(error, PublishError):
        _say(echo(str(error)))
        return CANNOT_RUN
    if isinstance(error, OSError):
        _say(system_words(error))
        return CANNOT_RUN
    try:
        _say(f"程序出错了，这不是你的错。请把这个文件交给维护的人：{_write_log(error)}")
    except OSError:
        _say(f"程序出错了（{type(error).__name__}），而且写不了日志，请检查临时文件夹的空间和权限")
    return BUG


def _write_log(error: Exception) -> str:
    """What a maintainer needs: versions, the command, the traceback; readable by this user only."""
    packages = ("mingzhang", "jinja2", "markdown-it-py", "msgspec", "nh3", "pelican", "pyyaml")
    lines = [
        *(f"{name} {_version(name)}" for name in packages),
        f"python {platform.python_version()} {platform.platform()}",
        f"command {sys.argv!r}",
        "",
        *traceback.format_exception(error),
    ]
    with tempfile.NamedTemporaryFile(
        "w", prefix="mingzhang-error-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as stream:
        stream.write("\n".join(lines))
    return stream.name


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        from generator import __version__

        return __version__ if name == "mingzhang" else "没有安装"


def _say(line: str) -> None:
    print(line, file=sys.stderr)
