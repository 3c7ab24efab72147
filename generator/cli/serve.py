"""``mingzhang serve``: builds, shows the site on this computer, builds again and reloads on every change."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NoReturn

from generator.cli.faults import FOUND, OK, UserError
from generator.cli.options import add_as_of, add_data, as_of_day, data_folder
from generator.cli.preview import Preview, PreviewServer
from generator.cli.watch import snapshot

DESCRIPTION = """在自己的电脑上看网站：先生成，再打开一个只有本机能看的网址；记录一保存，网站就重新生成，浏览器自动刷新。

记录有错误时，把问题写在这里，浏览器里仍是上一次的网站。按 Ctrl+C 结束。"""

EPILOG = """例子：
  mingzhang serve                  打开 http://127.0.0.1:8000/ 看网站
  mingzhang serve --port 9000      8000 被占用时换一个端口
  mingzhang serve --data 记录      换成别的记录文件夹"""

_PROJECT = Path(__file__).resolve().parents[2]
_WATCHED = ("content", "themes", "generator", "pelicanconf.py")
_EVERY = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.description, parser.epilog = DESCRIPTION, EPILOG
    parser.add_argument("--port", type=int, default=8000, metavar="端口", help="端口（默认 8000；0 表示任选一个空的）")
    add_data(parser)
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    root = data_folder(args)
    as_of_day(args)
    if not 0 <= args.port <= 65535:
        message = "--port 应是 0 到 65535 之间的数"
        raise UserError(message)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _stop)
    with tempfile.TemporaryDirectory(prefix="mingzhang-") as folder:
        site = Path(folder) / "site"
        preview = Preview(site)
        with PreviewServer(args.port, preview) as server:
            places = (root, *(_PROJECT / name for name in _WATCHED))
            seen = snapshot(places)
            code = _build(args, site)
            if code not in (OK, FOUND):
                return code
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"打开 http://127.0.0.1:{server.server_port}/ 看网站；按 Ctrl+C 结束", flush=True)
            try:
                while True:
                    time.sleep(_EVERY)
                    now = snapshot(places)
                    if now != seen:
                        seen = now
                        print("有改动，重新生成……", file=sys.stderr, flush=True)
                        if _build(args, site) == OK:
                            preview.renew()
            finally:
                preview.close()
                server.shutdown()


def _build(args: argparse.Namespace, site: Path) -> int:
    """Build in a process of its own, so that changed templates and code count too."""
    words = [sys.executable, "-P", "-m", "generator.cli", "build", "--data", str(args.data), "--output", str(site)]
    if args.as_of is not None:
        words += ["--as-of", args.as_of]
    sys.stdout.flush()
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            raise


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt
