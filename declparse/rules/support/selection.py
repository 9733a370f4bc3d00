"""Rules by code, name or family, and in the language of the messages."""

from collections.abc import Collection, Mapping
from functools import cache

from declparse.failure import Failure
from declparse.rules import RULES, every_rule
from declparse.rules.support.rule import Rule, RuleOn, S
from declparse.wording import Lang


class UnknownRuleError(Failure, ValueError):
    """No rule has that code, name or family."""

    def __init__(self, name: str, reason: str | None = None) -> None:
        if reason is not None:
            super().__init__(reason)
            return
        from difflib import get_close_matches  # slow to load, and only needed for an unknown name

        known = [known for rule in every_rule() for known in (rule.code, rule.name, rule.family)]
        close = get_close_matches(name, known, n=1) or get_close_matches(name.upper(), known, n=1)
        super().__init__(f"no rule or family '{name}'" + (f"; did you mean '{close[0]}'?" if close else ""))


def codes(names: Collection[str]) -> set[str]:
    """Return the codes of the rules with these codes, names or families, in any case.

    Raises UnknownRuleError.
    """
    if isinstance(names, str):
        names = [name.strip() for name in names.split(",")]
    meant: set[str] = set()
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"a rule is named by a str, not {type(name).__name__}")
        found = _by_name(every=False).get(name.lower()) or _by_name(every=True).get(name.lower())
        if found is None:
            raise UnknownRuleError(name)
        meant |= found
    return meant


@cache
def _by_name(*, every: bool) -> dict[str, set[str]]:
    """Return the codes by lower-case code, name and family; of every rule, or only of those for one document."""
    by_name: dict[str, set[str]] = {}
    rules: tuple[Rule, ...] = RULES
    if every:
        rules = every_rule()
    for rule in rules:
        for name in (rule.code, rule.name, rule.family):
            by_name.setdefault(name.lower(), set()).add(rule.code)
    return by_name


def find_rule(name: str) -> Rule:
    """Return the rule with that code or name, in any case.

    Raises UnknownRuleError.
    """
    for rule in every_rule():
        if name.lower() in (rule.code.lower(), rule.name):
            return rule
    family = [rule.code for rule in every_rule() if rule.family == name.upper()]
    if family:
        raise UnknownRuleError(name, f"'{name}' is a family; its rules are {family[0]} to {family[-1]}")
    raise UnknownRuleError(name)


def in_language(rule: RuleOn[S], lang: Lang) -> RuleOn[S]:
    """Return the rule with its texts in that language."""
    if lang == "en":
        return rule
    from declparse.rules import french  # slow to load, and only needed by those who ask for it

    return rule._replace(texts=french.texts_of(rule.code), lang=lang)


def terms_in(lang: Lang) -> Mapping[str, str]:
    """Return the words of that language for our own terms; empty for English."""
    if lang == "en":
        return {}
    from declparse.rules import french  # as above

    return french.TERMS
