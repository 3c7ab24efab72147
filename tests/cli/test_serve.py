"""serve: what the preview answers, that it sees changes, and the whole of it with a real build."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.preview import Preview, PreviewServer, with_reload
from generator.cli.watch import snapshot

ROOT = Path(__file__).resolve().parents[2]
PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>账</p></body></html>'


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    site = tmp_path / "site"
    (site / "teams/账").mkdir(parents=True)
    for name in ("index.html", "404.html", "teams/index.html", "teams/账/index.html"):
        (site / name).write_text(PAGE.replace("账", name), encoding="utf-8")
    for name in ("a.csv", "a.json", "a.atom", "a.svg"):
        (site / name).write_text("x", encoding="utf-8")
    (site / "empty").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    with PreviewServer(0, Preview(site)) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield running
        running.preview.close()
        running.shutdown()


def ask(port: int, path: str, method: str = "GET", host: str = "") -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/teams/?x=1", 200, "text/html; charset=utf-8"),
        ("/teams/%E8%B4%A6/", 200, "text/html; charset=utf-8"),
        ("/a.csv", 200, "text/csv; charset=utf-8"),
        ("/a.json", 200, "application/json; charset=utf-8"),
        ("/a.atom", 200, "application/atom+xml; charset=utf-8"),
        ("/a.svg", 200, "image/svg+xml; charset=utf-8"),
        ("/__reload.js", 200, "text/javascript; charset=utf-8"),
        ("/empty/", 404, "text/html; charset=utf-8"),
        ("/nothing", 404, "text/html; charset=utf-8"),
        ("/../secret", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/secret", 404, "text/html; charset=utf-8"),
        ("/..%2fsecret", 404, "text/html; charset=utf-8"),
        ("/%00", 404, "text/html; charset=utf-8"),
    ],
)
def test_what_is_answered(server: PreviewServer, path: str, status: int, kind: str):
    answer, body = ask(server.server_port, path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert b"secret" not in body
    assert (b'<script src="/__reload.js" defer></script></body>' in body) is kind.startswith("text/html")


def test_a_folder_without_its_slash_is_led_to_it(server: PreviewServer):
    answer, _ = ask(server.server_port, "/teams")
    assert (answer.status, answer.headers["Location"]) == (301, "/teams/")
    assert ask(server.server_port, "//example.org/..%2f..//teams")[0].headers["Location"] == "/teams/"


def test_head_and_other_methods(server: PreviewServer):
    answer, body = ask(server.server_port, "/", "HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 0
    assert ask(server.server_port, "/", "POST")[0].status == 501


@pytest.mark.parametrize(
    ("host", "status"), [("example.org:80", 403), ("localhost:9", 200), ("127.0.0.1.nip.io:1", 403)]
)
def test_only_this_computer_is_answered(server: PreviewServer, host: str, status: int):
    assert server.server_address[0] == "127.0.0.1"
    assert ask(server.server_port, "/", host=host)[0].status == status


def test_many_at_once(server: PreviewServer):
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(ask(server.server_port, "/a.csv")[0].status)) for _ in range(100)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [200] * 100


def test_before_the_first_site_a_page_waits(tmp_path: Path):
    with PreviewServer(0, Preview(tmp_path / "nothing")) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        answer, body = ask(running.server_port, "/")
        running.shutdown()
    assert answer.status == 404
    assert "还没有网站".encode() in body
    assert b"/__reload.js" in body


def test_browsers_hear_of_a_new_build(server: PreviewServer):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/__reload")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    first = answer.readline()
    answer.readline()
    server.preview.renew()
    second = answer.readline()
    assert re.fullmatch(rb"data: [0-9a-f]{8}-0\n", first)
    assert second == first.replace(b"-0\n", b"-1\n")
    connection.close()


def test_the_script_is_added_to_any_page():
    assert with_reload(b"<p>x").endswith(b"</script>")
    assert with_reload(b"<body>a</body>b").count(b"<script") == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda data: (data / "a.yaml").write_text("new", encoding="utf-8"),
        lambda data: (data / "b.yaml").write_text("x", encoding="utf-8"),
        lambda data: (data / "a.yaml").unlink(),
        lambda data: (data / "a.yaml").rename(data / "c.yaml"),
        lambda data: (data / "same.yaml").replace(data / "a.yaml"),
    ],
    ids=["written", "added", "removed", "renamed", "replaced"],
)
def test_every_change_is_seen(tmp_path: Path, change):
    data = tmp_path / "data"
    data.mkdir()
    for name in ("a.yaml", "same.yaml"):
        (data / name).write_text("old", encoding="utf-8")
        os.utime(data / name, (1, 1))
    before = snapshot([data])
    assert snapshot([data]) == before
    change(data)
    assert snapshot([data]) != before


def test_what_is_no_record_is_not_watched(tmp_path: Path):
    before = snapshot([tmp_path])
    for name in (".a.swp", "a.yaml~", "4913.tmp"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_text("x", encoding="utf-8")
    assert snapshot([tmp_path, tmp_path / "nowhere"]) == before
    assert list(snapshot([tmp_path / "a.yaml~"])) == [str(tmp_path / "a.yaml~")]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--port", "70000"], 2, "--port 应是 0 到 65535 之间的数"),
        (["--port", "x"], 2, "--port 的值 'x' 写得不对"),
        (["--data", "nowhere"], 2, "没有记录文件夹 nowhere"),
        (["--as-of", "x"], 2, "--as-of 的日期"),
    ],
)
def test_faults(project: Path, command, words: list[str], code: int, says: str):
    found, _, err = command("serve", *words)
    assert found == code
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_busy_port_is_one_line(project: Path, command, server: PreviewServer):
    code, _, err = command("serve", "--port", str(server.server_port))
    assert (code, err) == (2, "端口已被占用，请用 --port 换一个\n")


class Serving:
    """A running serve: its lines, its port, its pages."""

    def __init__(self, folder: Path) -> None:
        (folder / "tmp").mkdir()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-u", "-m", "generator.cli", "serve", "--port", "0"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder / "tmp")},
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        line = self.until(r"打开 http://127\.0\.0\.1:(\d+)/")
        self.port = int(line[1])

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def until(self, pattern: str, seconds: float = 60) -> re.Match[str]:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(pattern, "".join(self.lines))
            if found:
                return found
            time.sleep(0.05)
        pytest.fail(f"{pattern} was not said: {''.join(self.lines)}")

    def page(self, path: str = "/") -> str:
        return ask(self.port, path)[1].decode()


def test_the_whole_of_it(project: Path):
    serving = Serving(project)
    try:
        assert "示例公开站" in serving.page()
        site = project / "data/site.yaml"
        good = site.read_text(encoding="utf-8")
        site.write_text(good.replace("示例公开站", "改过的站"), encoding="utf-8")
        end = time.monotonic() + 60
        while "改过的站" not in serving.page() and time.monotonic() < end:
            time.sleep(0.1)
        assert "改过的站" in serving.page()
        serving.lines.clear()
        team = project / "data/teams/990101/shili/team.yaml"
        team.write_text(team.read_text(encoding="utf-8").replace("area:", "aera:"), encoding="utf-8")
        serving.until(r"F01 不认识的键 “aera”")
        serving.until(r"有 [12] 处必须改正。")
        assert "改过的站" in serving.page()
    finally:
        serving.process.send_signal(signal.SIGINT)
        code = serving.process.wait(timeout=20)
        serving.reader.join(timeout=20)
        serving.process.stdout.close()
    assert code == 130
    assert "Traceback" not in "".join(serving.lines)
    assert list((project / "tmp").iterdir()) == []
