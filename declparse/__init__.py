"""Parser and validator for written declarations of the Parliamentary Assembly of the Council of Europe.

>>> document = declparse.parse(text)            # str or bytes; never raises for what the text says
>>> findings = declparse.check(document)        # or check(text)
>>> declparse.to_dict(document)                 # exactly what ``declparse convert`` prints
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from declparse.document import Document, Signatory
    from declparse.export.json import to_dict
    from declparse.findings import Finding, Severity
    from declparse.pipeline import check, parse, parse_all
    from declparse.rules.lookup import UnknownRuleError
    from declparse.source import Position, Span

__all__ = [
    "Document",
    "Finding",
    "Position",
    "Severity",
    "Signatory",
    "Span",
    "UnknownRuleError",
    "check",
    "parse",
    "parse_all",
    "to_dict",
]

__version__ = "0.1.0"

_MODULES = {
    "Document": "document",
    "Finding": "findings",
    "Position": "source",
    "Severity": "findings",
    "Signatory": "document",
    "Span": "source",
    "UnknownRuleError": "rules.lookup",
    "check": "pipeline",
    "parse": "pipeline",
    "parse_all": "pipeline",
    "to_dict": "export.json",
}


def __getattr__(name: str) -> object:
    """Imports a public name when it is used: ``declparse --version`` needs none of them."""
    if name not in _MODULES:
        raise AttributeError(f"module 'declparse' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"declparse.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    """Completion lists the public names before they are loaded."""
    return sorted({*globals(), *__all__})
