"""The engine for rules that look at several documents: it chooses them, runs them, and puts their faults into words."""

from collections.abc import Iterable, Iterator, Sequence

from declparse.document import Document
from declparse.findings import Finding
from declparse.rules import collection, comparison, engine
from declparse.rules.options import Options
from declparse.rules.register import Register
from declparse.rules.rule import RuleOn, S
from declparse.rules.side_by_side import Comparison
from declparse.wording import Lang


def compare(pair: Comparison, options: Options) -> list[Finding]:
    """What does not agree between two documents, at its places in the new one, sorted by place and code."""
    rules = comparison.RULES
    if not pair.belong_together:
        rules = (comparison.identity_changed,)
    elif pair.exchanged:
        rules = (comparison.edition_out_of_order,)
    return engine.in_order(_findings(rules, pair, options))


def check_collection(documents: Sequence[Document], options: Sequence[Options]) -> list[list[Finding]]:
    """The findings of documents that are one collection, for each of them; each has its own options.

    An edition is compared with the one before it in its language, a translation with its original, a page of the web
    with the print.
    """
    register = Register(documents)
    found: list[list[Finding]] = []
    for entry, chosen in zip(register.entries, options, strict=True):
        findings = [*_findings(collection.RULES, entry, chosen)]
        if entry.original is not None:
            findings += compare(Comparison(entry.original, entry.document), chosen)
        if entry.previous is not None:
            pair = Comparison(entry.previous, entry.document)
            # What a translation shares with its original need not be said again.
            rules = comparison.OF_THE_TEXT if entry.original is not None else comparison.RULES
            findings += _findings(rules, pair, chosen)
        if entry.twin is not None:
            findings += _findings(comparison.OF_ONE_EDITION, Comparison(entry.twin, entry.document), chosen)
        found.append(engine.in_order(findings))
    return found


def _findings(rules: Iterable[RuleOn[S]], subject: S, options: Options) -> Iterator[Finding]:
    return engine.found((_in(rule, options.lang) for rule in rules), subject, options)


def _in(rule: RuleOn[S], lang: Lang) -> RuleOn[S]:
    """The rule with its texts in that language."""
    if lang == "en":
        return rule
    from declparse.rules import french  # needed only where it is asked for

    return french.in_french(rule)
