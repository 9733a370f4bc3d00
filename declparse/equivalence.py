"""Whether two texts say the same: what must hold before one is written in place of the other."""

import re
from collections.abc import Sequence
from typing import Any

from declparse.document import Document
from declparse.export.json import to_dict
from declparse.marks import LINE_BREAK, SUPERSCRIPTS, TAG

_TAGS = re.compile(f"{TAG}|{LINE_BREAK}")


def same_words(old: str, new: str) -> bool:
    """True if two texts have the same letters and digits in the same order, whatever stands between them."""
    return _letters(old) == _letters(new)


def say_the_same(old: Sequence[Document], new: Sequence[Document]) -> bool:
    """True if documents are read alike: each value of theirs, what they lack, and what in them cannot be read."""
    return list(map(_said, old)) == list(map(_said, new))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, _TAGS.sub("", text).translate(SUPERSCRIPTS)))


def _said(document: Document) -> tuple[dict[str, Any], list[str], int, list[str]]:
    values = to_dict(document)
    del values["source"]
    values["unread"] = sorted(one["part"] for one in values["unread"])  # their letters are those of the text
    missing = [part.part for part in document.missing]
    # Of two parts that have changed places either may be called the misplaced one, so only their number counts.
    return values, missing, len(document.displaced), [line.text for line in document.unreadable]
