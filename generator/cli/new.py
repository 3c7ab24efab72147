"""``mingzhang new``: a record file to fill in, explained in Chinese, that passes the checks as it stands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from generator.base.dates import parse_period
from generator.base.identifiers import division_level, is_division, is_slug
from generator.cli.carried import carry_over
from generator.cli.echo import echo
from generator.cli.faults import OK, UserError
from generator.cli.new_question import question_file
from generator.cli.options import add_as_of, add_data, as_of_day
from generator.cli.starter import starter
from generator.model.report import Report
from generator.model.site import Site
from generator.model.society import Society
from generator.model.team import Team

DESCRIPTION = """写一份新的记录文件：必填的键都有样例值，可以不写的键前面有 #，每个键都有中文说明。
已有的文件不会覆盖。

类别：site 网站设置 · society 红十字会 · team 队伍 · report 报告 · question 公众的提问
返回值：0 写好了 · 2 不能写"""

EPILOG = """例子：
  mingzhang new site                           写 data/site.yaml
  mingzhang new society 310107                 写 data/societies/310107.yaml
  mingzhang new team 310107/xinhong            写 data/teams/310107/xinhong/team.yaml
  mingzhang new report 310107/xinhong/2025     写 2025 年的报告，期初余额取自上一份报告的期末
  mingzhang new report data/teams/310107/xinhong/2025-H1.yaml    也可以写完整路径
  mingzhang new question 310107 --about 310107/xinhong/2025#D1   登记公众对这一笔的提问，编号照来信或电话里说的写"""

_HOW = """每行一项：英文键、半角冒号、一个空格、内容。冒号左边不要改，只改右边。
行首有 # 的行不起作用：【】是说明，其余的去掉 # 和后面一个空格就起作用。
不知道、没有填的键不要写；网站会显示“未填报”。文件是公开的，不要写任何人的私人信息。"""

Text = tuple[str, str, tuple[str, ...]]
"""The path of a new file below the data folder, its text, and notes for the person."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.description, parser.epilog = DESCRIPTION, EPILOG
    parser.add_argument(
        "kind", choices=(*_KINDS, "question"), metavar="类别", help="site、society、team、report 或 question"
    )
    parser.add_argument(
        "path",
        nargs="?",
        default="",
        metavar="位置",
        help="红十字会代号，或 红十字会/队伍，或 红十字会/队伍/期间；site 不用写",
    )
    parser.add_argument("--about", default="", metavar="编号", help="只用于 question：问的是哪个数字，写它的编号或网址")
    add_data(parser)
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    root: Path = args.data
    if root.exists() and not root.is_dir():
        message = f"{echo(str(root))} 是一个文件，不是记录文件夹；--data 应写文件夹"
        raise UserError(message)
    path, text, notes = _new_file(root, args)
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        message = f"已经有 {echo(str(target))}，不会覆盖它"
        raise UserError(message) from None
    print(f"写好了 {echo(str(target))}。改成你们自己的内容，然后运行 mingzhang validate 检查")
    for note in notes:
        print(f"注意：{note}", file=sys.stderr)
    return OK


def _new_file(root: Path, args: argparse.Namespace) -> Text:
    parts = _parts(root, args.path)
    if args.kind == "question":
        (society,) = _slugs(parts, 1, "310107")
        return question_file(root, society, args.about, as_of_day(args))
    if args.about:
        message = "--about 只用于 mingzhang new question"
        raise UserError(message)
    return _KINDS[args.kind](root, parts, as_of_day(args))


def _parts(root: Path, word: str) -> list[str]:
    """The identity in a path, whether written whole, from the data folder, or as ``310107/xinhong/2025``."""
    text = word.replace("\\", "/").removeprefix("./")
    for start in (f"{root.as_posix().removeprefix('./')}/", "teams/", "societies/"):
        text = text.removeprefix(start)
    return [part for part in text.removesuffix(".yaml").removesuffix("/team").split("/") if part]


def _slugs(parts: list[str], count: int, example: str) -> list[str]:
    if len(parts) != count or not all(is_slug(part) for part in parts[:2]):
        message = f"位置应写成 {example}（小写字母、数字和短横线）"
        raise UserError(message)
    return parts


def _site(_root: Path, parts: list[str], _as_of: date) -> Text:
    if parts not in ([], ["site"]):
        message = "网站设置只有一份，位置不用写：mingzhang new site"
        raise UserError(message)
    values = {"title": "示例区红十字志愿服务队公开账目", "publisher": "示例区红十字会"}
    return "site.yaml", starter(Site, values, f"网站设置。\n{_HOW}"), ()


def _society(_root: Path, parts: list[str], _as_of: date) -> Text:
    (society,) = _slugs(parts, 1, "310107")
    values: dict[str, Any] = {"name": "示例区红十字会", "level": "county"}
    if is_division(society):
        values |= {"level": division_level(society), "division": society}
    return f"societies/{society}.yaml", starter(Society, values, f"红十字会登记：{society}。\n{_HOW}"), ()


def _team(root: Path, parts: list[str], as_of: date) -> Text:
    society, slug = _slugs(parts, 2, "310107/xinhong")
    since = "2021-03-01"
    values: dict[str, Any] = {
        "name": "示例区红十字示例应急救援队",
        "status": {"value": "active", "since": since},
        "founded": since,
        "leader": {"name": {"withheld": "尚未取得本人书面同意"}, "title": "队长", "since": since},
        "fields": ["emergency_rescue"],
        "area": "示例市示例区",
        "people": {"as_of": f"{as_of.year - 1}-12-31", "registered": "42", "active": "30", "party_members": "2"},
        "registration": {"status": "ineligible", "supported_by": society},
        "custody": "society_ledger",
    }
    notes: tuple[str, ...] = ()
    if not (root / "societies" / f"{society}.yaml").is_file():
        notes = (f"还没有 societies/{society}.yaml；用 mingzhang new society {society} 写一份",)
    return f"teams/{society}/{slug}/team.yaml", starter(Team, values, f"队伍登记：{society}/{slug}。\n{_HOW}"), notes


def _report(root: Path, parts: list[str], as_of: date) -> Text:
    society, slug, name = _slugs(parts, 3, "310107/xinhong/2025")
    period = parse_period(name)
    if period is None:
        message = f"“{echo(name[:40])}”不是期间；写成 2025、2025-H1、2025-Q3、2025-07 或 2020-01-24--2020-03-02"
        raise UserError(message)
    carried = carry_over(root, society, slug, period, as_of)
    notes = carried.notes
    if period.end >= as_of:
        notes = (*notes, f"{period.label}到 {period.end} 才结束，报告要在那以后公布")
    heading = "\n".join([f"{period.label}报告：{society}/{slug}。", _HOW, *carried.notes])
    return f"teams/{society}/{slug}/{name}.yaml", starter(Report, carried.values, heading), notes


_KINDS: dict[str, Callable[[Path, list[str], date], Text]] = {
    "site": _site,
    "society": _society,
    "team": _team,
    "report": _report,
}
