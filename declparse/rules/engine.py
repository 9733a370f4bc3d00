"""The engine: runs the rules on a document and puts their faults into words."""

from collections.abc import Iterable, Iterator, Mapping

from declparse.document import Document
from declparse.findings import Finding, Fix, Label, Severity, in_order
from declparse.rules import RULES, lookup
from declparse.rules.options import Options
from declparse.rules.rule import Check, Fault, Rule, RuleOn, S
from declparse.wording import said

# The rules that have something to say about what is no declaration, or cannot be read at all.
_OF_ANY_TEXT = {"STR001", "TXT002", "TXT003", "TXT004", "TXT005"}
_OF_UNDECODABLE_TEXT = {"TXT001"}
_LONGEST_QUOTE = 80  # characters


def check(document: Document, options: Options) -> list[Finding]:
    """The findings of a document, sorted by place and code."""
    return in_order(found(_applicable(document), options.on(document), options))


def found(rules: Iterable[RuleOn[S]], subject: S, options: Options) -> Iterator[Finding]:
    """What those of the rules find that are wanted."""
    for rule in rules:
        if options.wants(rule.code):
            for fault in rule.find(subject):
                yield _in_words(lookup.in_language(rule, options.lang), fault, options.severities.get(rule.code))


def _shortened(value: object) -> object:
    """The value, cut where it is a long text: a message quotes the document, it does not repeat it."""
    if not isinstance(value, str) or len(value) <= _LONGEST_QUOTE:
        return value
    return value[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _applicable(document: Document) -> Iterator[RuleOn[Check]]:
    for rule in RULES:
        if document.source.bad_bytes:
            if rule.code in _OF_UNDECODABLE_TEXT:
                yield rule
        elif document.kind == "written-declaration" or rule.code in _OF_ANY_TEXT:
            yield rule


def _in_words(rule: Rule, fault: Fault, severity: Severity | None) -> Finding:
    """The finding of a fault; its severity is this one, else that of the fault, else that of the rule."""

    terms = lookup.terms_in(rule.lang)

    def text(key: str, values: Mapping[str, object]) -> str:
        words = {name: _shortened(said(value, rule.lang, terms)) for name, value in values.items()}
        return rule.texts[key].format_map(words)

    fix = None
    if fault.mend is not None:
        fix = Fix(text(fault.mend.title, fault.values), fault.mend.safety, fault.mend.edits)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity or fault.severity or rule.severity,
        message=text(fault.message, fault.values),
        span=fault.span,
        labels=tuple(Label(text(place.text, place.values), place.span, place.source) for place in fault.labels),
        help=text(fault.help, fault.values) if fault.help in rule.texts else None,
        fix=fix,
    )
