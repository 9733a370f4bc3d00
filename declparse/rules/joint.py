"""The engine for rules that look at several documents: it chooses them, runs them, and puts their faults into words."""

from collections.abc import Iterable, Iterator, Sequence

from declparse.document import Document
from declparse.findings import Finding, in_order
from declparse.rules import collection, comparison, engine
from declparse.rules.options import Options
from declparse.rules.register import Register
from declparse.rules.side_by_side import Comparison
from declparse.source import SourceText, Span


def compare(pair: Comparison, options: Options) -> list[Finding]:
    """What does not agree between two documents, at its places in the new one, sorted by place and code."""
    rules = comparison.RULES
    if not pair.belong_together:
        rules = (comparison.identity_changed,)
    elif pair.exchanged:
        rules = (comparison.edition_out_of_order,)
    return in_order(engine.found(rules, pair, options))


def check_collection(documents: Sequence[Document], options: Sequence[Options]) -> list[list[Finding]]:
    """The findings of documents that are one collection, for each of them; each has its own options.

    An edition is compared with the one before it in its language, a translation with its original, a page of the web
    with the print.
    """
    register = Register(documents)
    found: list[list[Finding]] = []
    blamed: dict[SourceText, list[Span]] = {}  # where prints and their translations do not agree
    for entry, chosen in zip(register.entries, options, strict=True):
        findings = [*engine.found(collection.RULES, entry, chosen)]
        if entry.original is not None:
            differences = compare(Comparison(entry.original, entry.document, checked=True), chosen)
            findings += differences
            for source, span in _places(differences, entry.document):
                blamed.setdefault(source, []).append(span)
        if entry.previous is not None:
            pair = Comparison(entry.previous, entry.document, checked=True)
            # What a translation shares with its original need not be said again.
            rules = comparison.OF_THE_TEXT if entry.original is not None else comparison.RULES
            findings += engine.found(rules, pair, chosen)
        found.append(findings)
    for entry, chosen, findings in zip(register.entries, options, found, strict=True):
        if entry.twin is not None:
            pair = Comparison(entry.twin, entry.document, checked=True)
            for one in engine.found(comparison.OF_ONE_EDITION, pair, chosen):
                # What is wrong with a print is said once, not at its pages on the web as well.
                places = _places([one], entry.document)
                if not any(_touch(span, other) for source, span in places for other in blamed.get(source, ())):
                    findings.append(one)
    return [in_order(findings) for findings in found]


def _places(findings: Iterable[Finding], document: Document) -> Iterator[tuple[SourceText, Span]]:
    """All places that findings of a document are about, each with the text it is in."""
    for finding in findings:
        yield document.source, finding.span
        for label in finding.labels:
            yield label.source or document.source, label.span


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
