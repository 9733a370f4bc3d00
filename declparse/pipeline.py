"""The way from bytes to documents. Everybody goes through here: command line, hooks, Python interface."""

from declparse import source, syntax
from declparse.build import build
from declparse.document import Document
from declparse.source import SourceText
from declparse.syntax.reading import Reading


def parse(text: str | bytes | SourceText) -> Document:
    """The first declaration of a text, or what the text is instead. Never raises for what the text says."""
    return parse_all(text)[0]


def parse_all(text: str | bytes | SourceText) -> tuple[Document, ...]:
    """All declarations of a text, at least one document; each has its places in the whole text."""
    if isinstance(text, bytes):
        text = source.decode(text)
    elif isinstance(text, str):
        text = source.from_text(text)
    reading = Reading(text.text)
    return tuple(build(text, reading, tree) for tree in syntax.parse(reading.text))
