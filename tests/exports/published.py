"""Sites that the tests of machine-readable files look at: the demonstration, the example, and its addresses."""

from pathlib import Path

from generator.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-24"
URL = "https://example.org/"


def build(data: Path, output: Path, url: str = URL) -> Path:
    """A site built of a data folder."""
    words = ["build", "--data", str(data), "--output", str(output), "--as-of", AS_OF, "--jobs", "1"]
    assert main([*words, "--site-url", url]) == 0
    return output


def target(site: Path, address: str) -> Path:
    """The page that a whole address leads to."""
    path = address.removeprefix(URL).partition("#")[0]
    return site / path / "index.html" if not path or path.endswith("/") else site / path
