"""Write the catalogues again: new texts are added, texts that nobody says any more are dropped, the rest is kept.

Traditional Chinese is filled in by OpenCC where nobody has written it yet; English waits for a person.
"""

from __future__ import annotations

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from opencc import OpenCC

from generator.engine.languages import po_file
from tests.locale.messages import all_messages

TAGS = ("zh-Hant", "en")


def updated(tag: str) -> bytes:
    """The catalogue of a language as it should be: every text once, in order, nothing else."""
    locale = tag.replace("-", "_")
    with po_file(tag).open("rb") as stream:
        old = {_id(entry): entry.string for entry in read_po(stream, locale=locale) if entry.id}
    new = Catalog(locale=locale, project="mingzhang", header_comment=f"# {tag}", charset="utf-8", fuzzy=False)
    convert = OpenCC("s2tw").convert
    for text in sorted(all_messages()):
        said = old.get(text) or (convert(text) if tag == "zh-Hant" else "")
        plural = "{n}" in text or "{n:" in text
        if plural and isinstance(said, str):
            said = (said,) * new.num_plurals if said else ()
        elif not plural and not isinstance(said, str):
            said = said[0]
        new.add((text, text) if plural else text, said)
    return _written(new)


def _id(entry: object) -> str:
    name = entry.id  # type: ignore[attr-defined]
    return name if isinstance(name, str) else str(name[0])


def _written(catalog: Catalog) -> bytes:
    from io import BytesIO

    stream = BytesIO()
    write_po(stream, catalog, width=0, no_location=True)
    lines = stream.getvalue().decode("utf-8").splitlines(keepends=True)
    # Days and versions of tools would change with every run.
    kept = [
        line for line in lines if not line.startswith(('"POT-Creation', '"PO-Revision', '"Generated-By', '"Last-Tr'))
    ]
    return "".join(kept).encode("utf-8")


if __name__ == "__main__":
    for tag in TAGS:
        po_file(tag).write_bytes(updated(tag))
