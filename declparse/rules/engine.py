"""The engine: runs the rules on a document and puts their faults into words."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from declparse.document import Document
from declparse.failure import Failure
from declparse.findings import Finding, Fix, Label, Severity
from declparse.rules import RULES, every_rule
from declparse.rules.rule import Check, Fault, Rule, RuleOn
from declparse.wording import Lang, said

# The rules that have something to say about what is no declaration, or cannot be read at all.
_OF_ANY_TEXT = {"STR001", "TXT002", "TXT003", "TXT004", "TXT005"}
_OF_UNDECODABLE_TEXT = {"TXT001"}
_LONGEST_QUOTE = 80  # characters


Profile = Literal["draft", "published"]


class UnknownRuleError(Failure, ValueError):
    """A code, name or family that no rule has."""

    def __init__(self, name: str, reason: str | None = None) -> None:
        if reason is not None:
            super().__init__(reason)
            return
        from difflib import get_close_matches

        known = [known for rule in every_rule() for known in (rule.code, rule.name, rule.family)]
        close = get_close_matches(name, known, n=1) or get_close_matches(name.upper(), known, n=1)
        super().__init__(f"no rule or family '{name}'" + (f"; did you mean '{close[0]}'?" if close else ""))


def check(
    document: Document,
    *,
    today: dt.date | None = None,
    profile: Profile = "published",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity] = MappingProxyType({}),
    thresholds: Mapping[str, int] = MappingProxyType({}),
    lang: Lang = "en",
) -> list[Finding]:
    """The findings of a document, sorted by place and code.

    ``today`` is the day to which dates are compared, by default the current one. The profile ``draft`` accepts that
    numbers and date are missing or placeholders, and judges a text without a date as of today. ``select`` and
    ``ignore`` name rules by code, name or family. They choose from what was found: which rule explains a fault is
    decided before. ``severity`` gives rules another severity, ``thresholds`` replaces what the Rules of Procedure ask
    for: the least ``signatories``, ``delegations`` and ``groups``, the most ``words``. ``lang`` is the language of the
    messages. Raises UnknownRuleError.
    """
    wanted = (codes(select) if select else _all_codes()) - codes(ignore)
    severities = {code: severity[name] for name in severity for code in codes([name])}
    context = Check(document, today or dt.date.today(), draft=profile == "draft", thresholds=thresholds)
    found = [
        in_words(rule, fault, severities.get(rule.code))
        for rule in _applicable(document, rules_in(lang))
        if rule.code in wanted
        for fault in rule.find(context)
    ]
    return sorted(found, key=lambda finding: (finding.span.start, finding.code))


def codes(names: Collection[str]) -> set[str]:
    """The codes of the rules that are meant by codes, names or families, in any case. Raises UnknownRuleError."""
    if isinstance(names, str):
        names = [name.strip() for name in names.split(",")]
    meant: set[str] = set()
    for name in names:
        found = _by_name(every=False).get(name.lower()) or _by_name(every=True).get(name.lower())
        if found is None:
            raise UnknownRuleError(name)
        meant |= found
    return meant


@cache
def _by_name(*, every: bool) -> dict[str, set[str]]:
    """The codes for each code, name and family, in small letters; of every rule, or of those for one document."""
    by_name: dict[str, set[str]] = {}
    rules: tuple[Rule, ...] = RULES
    if every:
        rules = every_rule()
    for rule in rules:
        for name in (rule.code, rule.name, rule.family):
            by_name.setdefault(name.lower(), set()).add(rule.code)
    return by_name


@cache
def _all_codes() -> set[str]:
    return {rule.code for rule in RULES}


def rules_in(lang: Lang) -> tuple[RuleOn[Check], ...]:
    """The rules that look at one document, with their texts in that language.

    Raises ValueError where it is none that messages are written in.
    """
    if lang == "en":
        return RULES
    if lang == "fr":
        from declparse.rules import french  # takes its time, and only those who ask for it need it

        return french.RULES_IN_FRENCH
    raise ValueError(f"no messages in the language '{lang}'; there are 'en' and 'fr'")


def every_rule_in(lang: Lang) -> tuple[Rule, ...]:
    """All rules, in the order of the table, with their texts in that language."""
    if lang == "en":
        return every_rule()
    from declparse.rules import french

    return french.every_rule_in_french()


def find_rule(name: str, lang: Lang = "en") -> Rule:
    """The rule with that code or name, in any case. Raises UnknownRuleError."""
    for rule in every_rule_in(lang):
        if name.lower() in (rule.code.lower(), rule.name):
            return rule
    family = [rule.code for rule in every_rule() if rule.family == name.upper()]
    if family:
        raise UnknownRuleError(name, f"'{name}' is a family; its rules are {family[0]} to {family[-1]}")
    raise UnknownRuleError(name)


def _shortened(value: object) -> object:
    """The value, cut where it is a long text: a message quotes the document, it does not repeat it."""
    if not isinstance(value, str) or len(value) <= _LONGEST_QUOTE:
        return value
    return value[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _applicable(document: Document, rules: tuple[RuleOn[Check], ...]) -> Iterator[RuleOn[Check]]:
    for rule in rules:
        if document.source.bad_bytes:
            if rule.code in _OF_UNDECODABLE_TEXT:
                yield rule
        elif document.kind == "written-declaration" or rule.code in _OF_ANY_TEXT:
            yield rule


def in_words(rule: Rule, fault: Fault, severity: Severity | None) -> Finding:
    """The finding of a fault; its severity is this one, else that of the fault, else that of the rule."""

    def text(key: str, values: Mapping[str, object]) -> str:
        words = {name: _shortened(said(value, rule.lang, rule.terms)) for name, value in values.items()}
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
