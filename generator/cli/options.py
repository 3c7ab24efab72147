"""Options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from generator.base.clock import default_as_of
from generator.base.dates import parse_day, suggest_day
from generator.cli.echo import echo
from generator.cli.faults import UserError


def add_data(parser: argparse.ArgumentParser) -> None:
    """``--data``."""
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="文件夹", help="记录所在的文件夹（默认 data）"
    )


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """``--as-of``."""
    parser.add_argument(
        "--as-of",
        metavar="日期",
        help="以哪一天为“今天”，写成 2026-06-30；晚于它的日期算错。默认取 SOURCE_DATE_EPOCH，没有就取北京时间的今天",
    )


def data_folder(args: argparse.Namespace) -> Path:
    """The data folder that was named, if it is one."""
    folder: Path = args.data
    if not folder.exists():
        message = f"没有记录文件夹 {echo(str(folder))}；用 --data 写出它的位置"
        raise UserError(message)
    if not folder.is_dir():
        message = f"{echo(str(folder))} 是一个文件，不是记录文件夹；--data 应写文件夹"
        raise UserError(message)
    return folder


def as_of_day(args: argparse.Namespace) -> date:
    """The day that counts as today: ``--as-of``, SOURCE_DATE_EPOCH, or today by Beijing time."""
    if args.as_of is not None:
        day = parse_day(args.as_of)
        if day is None:
            better = suggest_day(args.as_of) or "2026-06-30"
            message = f"--as-of 的日期“{echo(args.as_of[:40])}”写得不对，应写成 {better}"
            raise UserError(message)
        return day
    try:
        return default_as_of()
    except ValueError:
        epoch = os.environ["SOURCE_DATE_EPOCH"]
        message = f"环境变量 SOURCE_DATE_EPOCH“{echo(epoch[:40])}”不是秒数；改正或取消它"
        raise UserError(message) from None
