"""The engine for rules that look at several documents: it chooses them, runs them, and puts their faults into words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from declparse.document import Document
from declparse.findings import Finding, Severity
from declparse.rules import collection, comparison, engine, every_rule
from declparse.rules.register import Register
from declparse.rules.rule import RuleOn, S
from declparse.rules.side_by_side import Comparison
from declparse.wording import Lang


class Choice(NamedTuple):
    """The rules to report for a document, other severities for some, and the language of the messages."""

    wanted: frozenset[str]
    severities: Mapping[str, Severity]
    lang: Lang = "en"

    @classmethod
    def of(
        cls,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        severity: Mapping[str, Severity] = MappingProxyType({}),
        lang: Lang = "en",
    ) -> "Choice":
        """The choice by codes, names and families. Raises UnknownRuleError."""
        wanted = engine.codes(select) if select else {rule.code for rule in every_rule()}
        severities = {code: severity[name] for name in severity for code in engine.codes([name])}
        return cls(frozenset(wanted - engine.codes(ignore)), severities, lang)


def compare(pair: Comparison, choice: Choice) -> list[Finding]:
    """What does not agree between two documents, at its places in the new one, sorted by place and code."""
    rules = comparison.RULES
    if not pair.belong_together:
        rules = (comparison.identity_changed,)
    elif pair.exchanged:
        rules = (comparison.edition_out_of_order,)
    return _in_order(_findings(rules, pair, choice))


def check_collection(documents: Sequence[Document], choices: Sequence[Choice]) -> list[list[Finding]]:
    """The findings of documents that are one collection, for each of them; each has its own choice.

    An edition is compared with the one before it in its language, a translation with its original, a page of the web
    with the print.
    """
    register = Register(documents)
    found: list[list[Finding]] = []
    for entry, choice in zip(register.entries, choices, strict=True):
        findings = [*_findings(collection.RULES, entry, choice)]
        if entry.original is not None:
            findings += compare(Comparison(entry.original, entry.document), choice)
        if entry.previous is not None:
            pair = Comparison(entry.previous, entry.document)
            # What a translation shares with its original need not be said again.
            rules = comparison.OF_THE_TEXT if entry.original is not None else comparison.RULES
            findings += _findings(rules, pair, choice)
        if entry.twin is not None:
            findings += _findings(comparison.OF_ONE_EDITION, Comparison(entry.twin, entry.document), choice)
        found.append(_in_order(findings))
    return found


def _findings(rules: Iterable[RuleOn[S]], subject: S, choice: Choice) -> Iterator[Finding]:
    for rule in rules:
        if rule.code in choice.wanted:
            for fault in rule.find(subject):
                yield engine.in_words(_in(rule, choice.lang), fault, choice.severities.get(rule.code))


def _in(rule: RuleOn[S], lang: Lang) -> RuleOn[S]:
    """The rule with its texts in that language."""
    if lang == "en":
        return rule
    from declparse.rules import french  # needed only where it is asked for

    return french.in_french(rule)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.span.start, finding.code))
