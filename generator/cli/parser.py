"""The argument parser in Chinese: headings, help and faults; argparse itself speaks English only."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from generator.cli.echo import echo, width_of

_FAULTS = (
    (r"the following arguments are required: (.+)", "还要写：{0}"),
    (r"unrecognized arguments: (.+)", "不认识：{0}"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "{0} 不能是 {1}；可以是 {2}"),
    (r"argument (.+?): expected (?:one|at least one) argument", "{0} 后面要写一个值"),
    (r"argument (.+?): expected (\d+) arguments?", "{0} 后面要写 {1} 个值"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} 后面不写值（写了 {1}）"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 不能和 {1} 同时用"),
    (r"argument (.+?): invalid (?:\w+) value: (.+)", "{0} 的值 {1} 写得不对"),
    (r"ambiguous option: (.+?) could match (.+)", "{0} 不明确，可能是 {1}"),
    (r"argument (.+?): (.+)", "{0}：{1}"),
)


_INDENT = 5
_PIECES = re.compile(r"[\u0000-\u2e7f]+ *|.[，。；、：）”]?")


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help that keeps the line breaks of description and examples, with Chinese headings.

    Help stands below its option: columns beside each other would not align with characters two columns wide.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=_INDENT)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Lines no wider than a terminal, broken after any Chinese character."""
        lines, line = [], ""
        for piece in _PIECES.findall(text):
            if line and width_of(line + piece.rstrip()) > width - _INDENT:
                lines.append(line.rstrip())
                line = ""
            line = line + piece if line else piece.lstrip()
        return [*lines, line]

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """用法 instead of usage."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose every word is Chinese; a fault is one line and exit code 2."""

    def __init__(self, prog: str, description: str = "", epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "要写的"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """One line that says what to change, and where help is."""
        self.exit(2, f"{in_chinese(message)}。用 {self.prog} --help 看说明\n")


def in_chinese(message: str) -> str:
    """A fault that argparse found."""
    for pattern, words in _FAULTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return echo(words.format(*found.groups()))
    return echo(message)
