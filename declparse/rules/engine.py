"""The engine: chooses the rules for one document or several, runs them, and puts what they find into words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from declparse.document import Document
from declparse.findings import Finding, Fix, Label, Severity, in_order
from declparse.rules import RULES
from declparse.rules.options import Options
from declparse.rules.support import selection
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, Rule, RuleOn, S
from declparse.source import SourceText, Span
from declparse.wording import said

if TYPE_CHECKING:  # a check of single documents does without
    from declparse.rules.support.pairing import Comparison

# The rules for a text that is no declaration, and for a file that cannot be decoded.
_OF_ANY_TEXT = {"STR001", "TXT002", "TXT003", "TXT004", "TXT005"}
_OF_UNDECODABLE_TEXT = {"TXT001"}
_LONGEST_QUOTE = 80  # characters


def check(document: Document, options: Options) -> list[Finding]:
    """Return the findings of a document, sorted by place and code."""
    return in_order(found(_applicable(document), options.on(document), options))


def compare(pair: "Comparison", options: Options) -> list[Finding]:
    """Return the differences between two documents, at their places in the new one, sorted by place and code."""
    from declparse.rules import comparison  # a check of single documents does without, and starts faster

    return in_order(found(comparison.rules_for(pair), pair, options))


def check_collection(documents: Sequence[Document], options: Sequence[Options]) -> list[list[Finding]]:
    """Return the findings of each document of a collection; each document has its own options.

    An edition is compared with the one before it in its language, a translation with its original, a web page with the
    print.
    """
    # A check of single documents does without all of these, and starts faster.
    from declparse.rules import collection, comparison
    from declparse.rules.support.pairing import Comparison
    from declparse.rules.support.register import Register

    register = Register(documents)
    found_in: list[list[Finding]] = []
    blamed: dict[SourceText, list[Span]] = {}  # places where prints and their translations differ
    for entry, chosen in zip(register.entries, options, strict=True):
        findings = [*found(collection.RULES, entry, chosen)]
        if entry.original is not None:
            differences = compare(Comparison(entry.original, entry.document, checked=True), chosen)
            findings += differences
            for source, span in _places(differences, entry.document):
                blamed.setdefault(source, []).append(span)
        if entry.previous is not None:
            pair = Comparison(entry.previous, entry.document, checked=True)
            # What a translation shares with its original was compared with that.
            rules = comparison.OF_THE_TEXT if entry.original is not None else comparison.RULES
            findings += found(rules, pair, chosen)
        found_in.append(findings)
    for entry, chosen, findings in zip(register.entries, options, found_in, strict=True):
        if entry.twin is not None:
            pair = Comparison(entry.twin, entry.document, checked=True)
            for one in found(comparison.OF_ONE_EDITION, pair, chosen):
                # What is wrong with a print is not reported again for its web page.
                places = _places([one], entry.document)
                if not any(_touch(span, other) for source, span in places for other in blamed.get(source, ())):
                    findings.append(one)
    return [in_order(findings) for findings in found_in]


def found(rules: Iterable[RuleOn[S]], subject: S, options: Options) -> Iterator[Finding]:
    """Yield what those of the rules find that the options ask for."""
    for rule in rules:
        if options.wants(rule.code):
            for bare in rule.find(subject):
                yield _in_words(selection.in_language(rule, options.lang), bare, options.severities.get(rule.code))


def _applicable(document: Document) -> Iterator[RuleOn[Check]]:
    for rule in RULES:
        if document.source.bad_bytes:
            if rule.code in _OF_UNDECODABLE_TEXT:
                yield rule
        elif document.kind == "written-declaration" or rule.code in _OF_ANY_TEXT:
            yield rule


def _in_words(rule: Rule, bare: BareFinding, severity: Severity | None) -> Finding:
    """Return the finding with its words, of this severity, else its own, else that of the rule."""
    terms = selection.terms_in(rule.lang)

    def text(key: str, values: Mapping[str, object]) -> str:
        words = {name: _shortened(said(value, rule.lang, terms)) for name, value in values.items()}
        return rule.texts[key].format_map(words)

    fix = bare.fix and Fix(text(bare.fix.title, bare.values), bare.fix.safety, bare.fix.edits)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity or bare.severity or rule.severity,
        message=text(bare.message, bare.values),
        span=bare.span,
        labels=tuple(Label(text(label.text, label.values), label.span, label.source) for label in bare.labels),
        help=text(bare.help, bare.values),
        fix=fix,
    )


def _shortened(value: object) -> object:
    """Return the value, cut if it is a long text: a message quotes the document, it does not repeat it."""
    if not isinstance(value, str) or len(value) <= _LONGEST_QUOTE:
        return value
    return value[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _places(findings: Iterable[Finding], document: Document) -> Iterator[tuple[SourceText, Span]]:
    """Yield all places that findings of a document are about, each with the text it is in."""
    for finding in findings:
        yield document.source, finding.span
        for label in finding.labels:
            yield label.source or document.source, label.span


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
