"""``mingzhang build``: validates, builds in staging, swaps; on any error the published site stays as it was."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path

from generator.cli.changes import path_in_repository
from generator.cli.faults import FOUND, OK
from generator.cli.options import add_as_of, add_data, as_of_day, data_folder
from generator.cli.reporters import report
from generator.cli.text_report import Outcome

DESCRIPTION = """检查记录并生成网站。先在旁边生成，全部通过才换上；有错误就不动已公开的网站。

返回值：0 已生成 · 1 记录有错误，网站没有动 · 2 不能运行 · 130 被中断"""

EPILOG = """例子：
  mingzhang build                                  用 data 里的记录生成 output
  mingzhang build --data 记录 --output 网站        换成别的文件夹
  mingzhang build --as-of 2026-06-30               以这一天为“今天”"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.description, parser.epilog = DESCRIPTION, EPILOG
    add_data(parser)
    parser.add_argument(
        "--output", type=Path, default=Path("output"), metavar="文件夹", help="网站放在哪里（默认 output）"
    )
    parser.add_argument("--site-url", metavar="网址", help="网站的完整网址，代替 site.yaml 里的 url")
    add_as_of(parser)
    parser.add_argument("--jobs", type=int, metavar="个数", help="同时用几个进程（默认是处理器的个数）")
    parser.add_argument("--no-cache", action="store_true", help="全部重新生成（现在总是如此）")


def run(args: argparse.Namespace) -> int:
    """Build and publish."""
    from generator.engine.build import SiteBuild
    from generator.engine.frame import THEME
    from generator.engine.pelican_run import run_pelican
    from generator.publish.lock import output_lock
    from generator.publish.staging import Staging
    from generator.publish.swap import check_output, swap

    root, day = data_folder(args), as_of_day(args)
    output: Path = args.output
    check_output(output, root, THEME)
    output.parent.mkdir(parents=True, exist_ok=True)
    build = SiteBuild(root, day, args.jobs or _processors(), args.site_url or "")
    with output_lock(output), Staging(output) as staging:
        run_pelican(build, staging.folder)
        built = build.built
        if built is None or built.blocked:
            findings = built.findings if built else ()
            counts = built.counts if built else {}
            report(Outcome(root, path_in_repository(root), findings, counts, None), "text", sys.stdout)
            print("网站没有改动。", file=sys.stderr)
            return FOUND
        swap(staging.folder, output)
    teams, reports = built.counts["teams"], built.counts["reports"]
    notes = len(built.findings)
    print(
        f"已生成 {output}：{teams} 支队伍，{reports} 份报告，{len(built.written)} 个文件；{notes} 条提示（mingzhang validate 可看）"
    )
    return OK


def _processors() -> int:
    with contextlib.suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
