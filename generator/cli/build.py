"""``mingzhang build``: validates, builds in staging, swaps; on any error the published site stays as it was."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.cli.changes import path_in_repository
from generator.cli.faults import FOUND, OK
from generator.cli.options import add_as_of, add_data, as_of_day, data_folder
from generator.cli.reporters import report
from generator.cli.text_report import Outcome

if TYPE_CHECKING:
    from generator.engine.build import SiteBuild
    from generator.publish.bundle import Bundle

BUNDLE_WORDS = Path(generator.__file__).parent.parent / "content" / "bundle" / "README.txt"
"""What the offline ZIP says of itself."""

DESCRIPTION = """检查记录并生成网站。先在旁边生成，全部通过才换上；有错误就不动已公开的网站。

返回值：0 已生成 · 1 记录有错误，网站没有动 · 2 不能运行 · 130 被中断"""

EPILOG = """例子：
  mingzhang build                                  用 data 里的记录生成 output
  mingzhang build --data 记录 --output 网站        换成别的文件夹
  mingzhang build --bundle                         另外做一个离线压缩包 output.zip
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
    parser.add_argument(
        "--bundle",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="压缩包",
        help="另外做一个压缩包：整个网站、记录、校验和与说明，解压就能看（默认放在网站文件夹旁边，名字加 .zip）",
    )
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
    bundle_to = _bundle_place(args)
    output.parent.mkdir(parents=True, exist_ok=True)
    build = SiteBuild(root, day, args.jobs or _processors(), args.site_url or "")
    with output_lock(output), Staging(output) as staging, contextlib.ExitStack() as stack:
        run_pelican(build, staging.folder)
        built = build.built
        if built is None or built.blocked:
            findings = built.findings if built else ()
            counts = built.counts if built else {}
            report(Outcome(root, path_in_repository(root), findings, counts, None), "text", sys.stdout)
            print("网站没有改动。", file=sys.stderr)
            return FOUND
        bundle = _bundled(bundle_to, build, staging.folder, stack) if bundle_to else None
        swap(staging.folder, output)
        if bundle is not None:
            bundle.publish()
            print(f"已做成压缩包 {bundle.target}")
    teams, reports = built.counts["teams"], built.counts["reports"]
    notes = len(built.findings)
    print(
        f"已生成 {output}：{teams} 支队伍，{reports} 份报告，{len(built.written)} 个文件；{notes} 条提示（mingzhang validate 可看）"
    )
    return OK


def _bundle_place(args: argparse.Namespace) -> Path | None:
    """Where the offline ZIP goes, refused before anything is built; None where none is wanted."""
    from generator.publish.bundle import check_bundle

    wanted: Path | None = args.bundle
    if wanted is None:
        return None
    output: Path = args.output
    target = wanted if wanted.name else output.with_name(f"{output.resolve().name}.zip")
    check_bundle(target, output, args.data)
    return target


def _bundled(target: Path, build: SiteBuild, folder: Path, stack: contextlib.ExitStack) -> Bundle:
    """The offline ZIP of a built site, still aside."""
    from generator.publish.bundle import Bundle, files_below
    from generator.publish.records import check_consent, told_society

    context, tree, _ = build.shared
    if context is None:
        raise ValueError(build.root)
    check_consent(build.built.findings if build.built else ())
    site, societies = context.site, {path: context.societies[id] for id, path in tree.societies.items()}
    words = BUNDLE_WORDS.read_text("utf-8").format(title=site.title, as_of=build.as_of, url=site.url)
    bundle = stack.enter_context(Bundle(target, build.as_of))

    def record(path: str) -> tuple[str, bytes]:
        data = (build.root / path).read_bytes()
        return f"records/{path}", told_society(data, societies[path]) if path in societies else data

    readme = ("README.txt", b"\xef\xbb\xbf" + words.replace("\n", "\r\n").encode())
    bundle.fill(chain((readme,), map(record, tree.paths()), files_below(folder, "site")))
    return bundle


def _processors() -> int:
    with contextlib.suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
