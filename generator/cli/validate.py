"""``mingzhang validate``: checks records and writes nothing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.base.findings import Finding, Severity
from generator.check.closed import closed_findings
from generator.check.corpus import Corpus, examine_corpus
from generator.cli.changes import changed_since, concerns, path_in_repository, text_at
from generator.cli.echo import echo
from generator.cli.faults import FOUND, OK, UserError
from generator.cli.options import add_as_of, add_data, as_of_day, data_folder
from generator.cli.reporters import FORMATS, report
from generator.cli.text_report import Outcome

DESCRIPTION = """检查记录：写法、必填项、账目是否一分不差、有没有个人信息。只读，不写任何文件。

级别：错误、账不平（必须改）· 警告（能补就补）· 提示（供参考）。
返回值：0 没有错误 · 1 有错误 · 2 不能检查 · 130 被中断"""

EPILOG = """例子：
  mingzhang validate                                   检查 data 文件夹里的全部记录
  mingzhang validate data/teams/310107/xinhong         只看一支队伍
  mingzhang validate teams/310107/xinhong/2025.yaml    只看一份报告（路径也可以从记录文件夹写起）
  mingzhang validate --since main                      只看与 main 分支不同的记录
  mingzhang validate --format json > 结果.json         给程序读的结果"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.description, parser.epilog = DESCRIPTION, EPILOG
    parser.add_argument("paths", nargs="*", metavar="路径", help="只看这些文件或文件夹（默认全部）")
    add_data(parser)
    parser.add_argument("--since", metavar="版本", help="只看与这个 git 版本（例如 main、HEAD^）相比有改动的记录")
    add_as_of(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="格式",
        help="text 给人看（默认）· json 给程序读 · github 写成 GitHub 的标注和摘要 · gitlab 写成 GitLab 的代码质量报告",
    )
    parser.add_argument("--strict", action="store_true", help="有警告也算不通过（返回 1）")


def run(args: argparse.Namespace) -> int:
    """Check, report, and say by the exit code whether the records may be published."""
    root = data_folder(args)
    day = as_of_day(args)
    only = tuple(_within(root, word) for word in args.paths)
    if "." in only:
        only = ()
    changed = changed_since(root, args.since) if args.since is not None else None
    corpus = examine_corpus(root, day, only)
    findings = corpus.findings
    if changed is not None:
        findings = tuple(finding for finding in findings if concerns(changed, finding))
        findings = tuple(sorted((*findings, *_reopened(corpus, args.since, changed)), key=Finding.sort_key))
    outcome = Outcome(
        root, path_in_repository(root), findings, corpus.counts, None if changed is None else len(changed)
    )
    report(outcome, args.format, sys.stdout)
    refused = any(f.blocks or (args.strict and f.severity is Severity.WARNING) for f in findings)
    return FOUND if refused else OK


def _reopened(corpus: Corpus, reference: str, changed: frozenset[str]) -> Iterator[Finding]:
    """What changed in reports that were published by then, without a correction; a team that moved keeps its own."""
    root = corpus.root
    texts = {source.path: source.text for unit in corpus.units for source in unit.folder.sources}
    moved = {old: unit.folder.id for unit in corpus.units if unit.summary for old in unit.summary.formerly}
    for path in sorted(changed):
        match path.split("/"):
            case ["teams", society, slug, name] if name.endswith(".yaml") and name != "team.yaml":
                team = f"{society}/{slug}"
                home = f"teams/{moved.get(team, team)}/{name}"
                if home not in texts and os.path.lexists(root / home):
                    continue  # refused before it was read, or not among the paths asked for
                before = text_at(root, reference, path)
                if before is not None:
                    yield from closed_findings(home, before, texts.get(home))


def _within(root: Path, word: str) -> str:
    """A path that the person wrote, relative to the data folder; ``.`` for the folder itself."""
    base = os.path.abspath(root)  # noqa: PTH100 - resolve() would follow links
    for start in (str(Path.cwd()), base):
        path = os.path.abspath(os.path.join(start, word))  # noqa: PTH100, PTH118
        if os.path.lexists(path) and (path == base or path.startswith(base + os.sep)):
            return Path(os.path.relpath(path, base)).as_posix()
    message = f"记录文件夹 {echo(str(root))} 里没有 {echo(word)}"
    raise UserError(message)
