"""Help teaches: every command and every option is explained in Chinese, with examples."""

import importlib
import re

import pytest

from generator.cli.main import COMMANDS
from generator.cli.parser import Parser

CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b(?:usage|options|positional|arguments?|show this|default:|optional|choose)\b")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.word)
def test_every_option_is_explained(command, capsys):
    parser = Parser(f"mingzhang {command.word}")
    importlib.import_module(command.module).add_arguments(parser)
    for action in parser._actions:
        assert action.help, action.dest
        assert CHINESE.search(action.help), action.dest
    text = parser.format_help()
    for action in parser._actions:
        for name in action.option_strings or [action.metavar]:
            assert name in text
    assert "例子：" in text
    assert f"mingzhang {command.word}" in text.partition("例子：")[2]
    assert not ENGLISH.search(text)


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([command.word, "--help"] for command in COMMANDS)])
def test_help_is_asked_for(command, words: list[str]):
    code, out, err = command(*words)
    assert (code, err) == (0, "")
    assert out.startswith("用法：mingzhang")
    assert not ENGLISH.search(out)


def test_the_first_help_names_every_command(command):
    _, out, _ = command("--help")
    for each in COMMANDS:
        assert re.search(rf"^  {each.word} +{re.escape(each.summary)}$", out, re.MULTILINE)


def test_version(command):
    code, out, _ = command("--version")
    assert code == 0
    assert re.fullmatch(r"明账 \d+\.\d+\.\d+\n", out)
