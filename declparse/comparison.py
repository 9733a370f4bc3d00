"""What several documents have to do with each other: two that are compared, and a collection."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from declparse.document import Document
from declparse.findings import Finding, Severity
from declparse.pipeline import Textual, parse_all
from declparse.rules import engine
from declparse.rules.options import Options
from declparse.rules.support.pairing import Comparison, is_comparable, side_by_side
from declparse.wording import Lang

# The rules that say of a document that it cannot be compared.
_UNREADABLE = frozenset({"STR001", "TXT001"})


def compare(
    old: Document | Textual,
    new: Document | Textual,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity] = MappingProxyType({}),
    lang: Lang = "en",
) -> list[Finding]:
    """Return what does not agree between an old edition and a new one, or an original and its translation.

    Places are in the new text, those of a label in its ``source``. A document that is no declaration or not UTF-8 is a
    finding as well (STR001, TXT001), whose ``source`` is set where it is the old one. Where texts have several
    declarations, each new one is compared with the old one that it belongs to; one that only the old text has is no
    finding.

    The keywords are those of ``check``. Raises UnknownRuleError, ValueError and TypeError as ``check`` does.
    """
    options = Options.of(select=select, ignore=ignore, severity=severity, lang=lang)
    before, after = ((one,) if isinstance(one, Document) else parse_all(one) for one in (old, new))
    pairs = {id(pair.new): pair for pair in side_by_side(before, after)}
    found = [
        one._replace(source=document.source) for document in before for one in differences(document, None, options)
    ]
    for document in after:
        found += differences(document, pairs.get(id(document)), options)
    return found


def differences(document: Document, pair: Comparison | None, options: Options) -> list[Finding]:
    """Return what a document does not share with the one it is compared with, or why it cannot be compared at all."""
    if not is_comparable(document):
        return engine.check(document, options._replace(selected=_UNREADABLE, ignored=frozenset()))
    return engine.compare(pair, options) if pair is not None else []


def check_collection(
    documents: Iterable[Document],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity] = MappingProxyType({}),
    lang: Lang = "en",
) -> list[list[Finding]]:
    """Return a list of findings for each document of a collection, in the order in which the documents came.

    Numbers are looked at over all of them; editions and translations are compared. What a document has wrong by itself
    is for ``check`` to say. The keywords are those of ``check``. Raises UnknownRuleError, ValueError and TypeError as
    ``check`` does.
    """
    options = Options.of(select=select, ignore=ignore, severity=severity, lang=lang)
    collection = list(documents)
    for document in collection:
        if not isinstance(document, Document):
            raise TypeError(f"a Document was expected, not {type(document).__name__}")
    return engine.check_collection(collection, [options] * len(collection))
