"""``mingzhang schema``: JSON Schemas of the records, for editors that explain keys as one types."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.echo import echo
from generator.cli.faults import OK
from generator.exports.schema import schema_files

DESCRIPTION = """写出各种记录文件的 JSON Schema：每个键的中文名称、说明、写法和例子。

支持 YAML 的编辑器（例如 VS Code 的 YAML 扩展）读了它们，输入时就能提示和查错。
返回值：0 写好了 · 2 不能写"""

EPILOG = """例子：
  mingzhang schema                    写到 schema 文件夹
  mingzhang schema --output /tmp/s    写到别处

在记录文件的第一行写上它，编辑器就会用：
  # yaml-language-server: $schema=../../../../schema/report.json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.description, parser.epilog = DESCRIPTION, EPILOG
    parser.add_argument(
        "--output", type=Path, default=Path("schema"), metavar="文件夹", help="写到哪个文件夹（默认 schema）"
    )


def run(args: argparse.Namespace) -> int:
    """Write every schema; a file that is already right is left alone."""
    folder: Path = args.output
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in schema_files().items():
        target = folder / name
        if not target.is_file() or target.read_bytes() != data:
            target.write_bytes(data)
    if sys.stderr.isatty():
        print(f"写好了 {echo(str(folder))}", file=sys.stderr)
    return OK
