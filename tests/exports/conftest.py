"""The demonstration, built once for all tests of what it publishes."""

from pathlib import Path

import pytest

from tests.exports.published import ROOT, build


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration's records."""
    return build(ROOT / "data", tmp_path_factory.mktemp("demonstration") / "site")
