"""Parser and validator for written declarations of the Parliamentary Assembly of the Council of Europe.

>>> document = declparse.parse(text)            # str or bytes; never raises for what the text says
>>> findings = declparse.check(document)        # or check(text)
>>> documents = declparse.parse_all(text)       # every declaration of a text; read(path): of a file
>>> declparse.to_dict(document)                 # exactly what ``declparse convert`` prints
>>> declparse.fix(text).text                    # with everything fixed that is certain; nothing is written
>>> declparse.format(text)                      # in the canonical layout, or None
>>> declparse.compare(old, new)                 # a new edition, or a translation
>>> declparse.check_collection(documents)       # a list of findings for each
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from declparse.comparison import check_collection, compare
    from declparse.document import (
        CalendarDate,
        DisplacedPart,
        Document,
        Found,
        LegendEntry,
        Malformed,
        MissingPart,
        Paragraph,
        Reissue,
        Signatory,
        Text,
        UnreadableLine,
    )
    from declparse.export.json import to_dict
    from declparse.findings import Edit, Finding, Fix, Label, Severity
    from declparse.fixes import Fixed, fix
    from declparse.pipeline import (
        check,
        format,  # noqa: A004 - named like the command
        parse,
        parse_all,
        read,
    )
    from declparse.rules.support.selection import UnknownRuleError
    from declparse.source import Position, SourceText, Span

__all__ = [
    "CalendarDate",
    "DisplacedPart",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Fixed",
    "Found",
    "Label",
    "LegendEntry",
    "Malformed",
    "MissingPart",
    "Paragraph",
    "Position",
    "Reissue",
    "Severity",
    "Signatory",
    "SourceText",
    "Span",
    "Text",
    "UnknownRuleError",
    "UnreadableLine",
    "check",
    "check_collection",
    "compare",
    "fix",
    "format",
    "parse",
    "parse_all",
    "read",
    "to_dict",
]

__version__ = "0.1.0"

_MODULES = {
    "CalendarDate": "document",
    "DisplacedPart": "document",
    "Document": "document",
    "Edit": "findings",
    "Finding": "findings",
    "Fix": "findings",
    "Fixed": "fixes",
    "Found": "document",
    "Label": "findings",
    "LegendEntry": "document",
    "Malformed": "document",
    "MissingPart": "document",
    "Paragraph": "document",
    "Position": "source",
    "Reissue": "document",
    "Severity": "findings",
    "Signatory": "document",
    "SourceText": "source",
    "Span": "source",
    "Text": "document",
    "UnknownRuleError": "rules.support.selection",
    "UnreadableLine": "document",
    "check": "pipeline",
    "check_collection": "comparison",
    "compare": "comparison",
    "fix": "fixes",
    "format": "pipeline",
    "parse": "pipeline",
    "parse_all": "pipeline",
    "read": "pipeline",
    "to_dict": "export.json",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is used: ``declparse --version`` needs none of them."""
    if name not in _MODULES:
        raise AttributeError(f"module 'declparse' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"declparse.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names, for completion, before they are loaded."""
    return sorted({*globals(), *__all__})
