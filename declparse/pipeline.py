"""The way from bytes to documents: command line, hooks and Python interface all read their texts here.

For the Python interface it goes on to the findings.
"""

import datetime as dt
import os
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from declparse import source, syntax
from declparse.builder import build
from declparse.document import Document
from declparse.findings import Finding, Severity, in_order
from declparse.rules import engine
from declparse.rules.options import Options, Profile
from declparse.source import SourceText
from declparse.syntax.reading import NormalizedText
from declparse.wording import Lang

if TYPE_CHECKING:
    from declparse.canonical import Form

Textual = str | bytes | SourceText  # what can be read


def parse(text: Textual) -> Document:
    """Return the first declaration of a text, or what the text is instead (``Document.kind``).

    Never raises for what the text says, and TypeError for anything but str, bytes or a SourceText. Each byte that is
    not UTF-8 becomes one U+FFFD; ``Document.source.bad_bytes`` has its value, and ``check`` reports TXT001 alone. A
    byte order mark is not counted.
    """
    return parse_all(text)[0]


def parse_all(text: Textual) -> tuple[Document, ...]:
    """Return the declarations of a text, at least one, as ``parse`` reads them, with places in the whole text."""
    text = as_source(text)
    reading = NormalizedText(text.text)
    trees = syntax.parse(reading.text, paged=bool(reading.furniture))
    return tuple(build(text, reading, tree, index) for index, tree in enumerate(trees))


def as_source(text: Textual) -> SourceText:
    """Return a text with what is needed to find a place in it. Raises TypeError for what is no text."""
    if isinstance(text, bytes | bytearray):
        return source.decode(bytes(text))
    if isinstance(text, str):
        return source.from_text(text)
    if isinstance(text, SourceText):
        return text
    raise TypeError(f"a text, bytes or a SourceText was expected, not {type(text).__name__}")


def read(path: str | os.PathLike[str]) -> tuple[Document, ...]:
    """Return all declarations of a file, at least one document, read as ``parse_all`` does.

    Raises OSError, at once, when it is no plain file or the system cannot read it; ValueError for a path with a NUL.
    """
    return parse_all(source.read(os.fspath(path)))


def check(
    document: Document | Textual,
    *,
    today: dt.date | None = None,
    profile: Profile = "published",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity] = MappingProxyType({}),
    thresholds: Mapping[str, int] = MappingProxyType({}),
    lang: Lang = "en",
) -> list[Finding]:
    """Return the findings of a document, or of all declarations of a text, sorted by place and code.

    ``today`` is the day to which dates are compared, by default the current one. The profile ``draft`` accepts that
    numbers and date are missing or placeholders, and judges a text without a date as of today. ``select`` and
    ``ignore`` name rules by code, name or family. ``severity`` gives rules another severity, ``thresholds`` replaces
    what the Rules of Procedure ask for: the least ``signatories``, ``delegations`` and ``groups``, the most ``words``.
    ``lang`` is the language of the messages, English or French.

    What is wrong with a document is a finding, never an exception. Raises UnknownRuleError for a name that no rule has;
    ValueError for another profile, language, severity or threshold than there is; TypeError for a day that is no date,
    a threshold that is no int, and what is neither document nor text. The thresholds are those of Rule 56.1, edition of
    January 2023, or of the Rules of that day.
    """
    options = Options.of(
        today=today,
        profile=profile,
        select=select,
        ignore=ignore,
        severity=severity,
        thresholds=thresholds,
        lang=lang,
    )
    documents = (document,) if isinstance(document, Document) else parse_all(document)
    return in_order(finding for one in documents for finding in engine.check(one, options))


def format(text: Textual, *, to: "Form" = "markdown") -> str | None:  # noqa: A001 - named like the command
    """Return a text in the canonical layout, ``markdown`` or ``plain``; nothing is written.

    No word, number or order changes. None where the text is no declaration, where bytes are not UTF-8, and where it
    would not say the same in another layout. The new text has no byte order mark. Raises ValueError for another form.
    """
    if to not in ("markdown", "plain"):
        raise ValueError(f"no form '{to}'; there are 'markdown', 'plain'")
    documents = parse_all(text)
    can_be = not documents[0].source.bad_bytes and any(document.layout for document in documents)
    return laid_out(documents, to) if can_be else None


def laid_out(documents: Sequence[Document], form: "Form") -> str | None:
    """Return the text of all these documents in the canonical layout; None where it would not be the same text then.

    It is read again, and must be the same documents with the same words, and stay as it is when laid out anew.
    """
    from declparse import canonical, equivalence  # needed by one command only

    new = canonical.laid_out(documents, form)
    again = parse_all(new)
    is_same = equivalence.same_words(documents[0].source.text, new) and equivalence.say_the_same(documents, again)
    return new if is_same and canonical.laid_out(again, form) == new else None
