"""What every page shares: the site's name, banner, policy, style sheet, script and icon, the as-of date."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

import generator
from generator.base.absence import Absent, given
from generator.model.corpus import Context

THEME = Path(generator.__file__).parent.parent / "themes" / "mingzhang"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy of every page (threats.md; tried in Chromium)."""


class Frame(msgspec.Struct, frozen=True, eq=False):
    """The frame around every page."""

    title: str
    publisher: str
    demonstration: bool
    icp: str
    licence: str
    contact: tuple[str, ...]
    as_of: str
    version: str
    style: str
    script: str
    icon: str
    policy: str = POLICY


def static_files() -> dict[str, bytes]:
    """The theme's own files under names that hold their content's hash, so that old pages keep theirs."""
    found = {}
    for source in sorted((THEME / "static").iterdir()):
        data = source.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:12]
        found[f"static/{source.stem}.{digest}{source.suffix}"] = data
    return found


def make_frame(context: Context) -> Frame:
    """The frame of a site."""
    site = context.site
    names = list(static_files())
    asked = site.contact
    contact = (("电话", asked.phone), ("邮箱", asked.email), ("地址", asked.address), ("网站", asked.website))
    return Frame(
        title=site.title,
        publisher=site.publisher,
        demonstration=site.demonstration,
        icp=given(site.icp, ""),
        licence=given(site.licence, ""),
        contact=tuple(f"{label} {value}" for label, value in contact if not isinstance(value, Absent)),
        as_of=context.as_of.isoformat(),
        version=generator.__version__,
        style=next(name for name in names if name.endswith(".css")),
        script=next(name for name in names if name.endswith(".js")),
        icon=next(name for name in names if name.endswith(".svg")),
    )
