"""Languages: words of the other language in a declaration."""

from collections.abc import Iterator
from typing import NamedTuple

from declparse.document import MONTHS, LegendEntry
from declparse.findings import Severity
from declparse.reference import groups, states
from declparse.rules.legend import right_name
from declparse.rules.rule import Check, Fault, Place, rule
from declparse.source import Span


@rule(
    "STR008",
    "mixed-language",
    Severity.WARNING,
    "'{word}' is French in an English text",
    instead="'{word}' is French in an English text; in English it is '{english}'",
    label="and here",
    help="use one language throughout",
)
def mixed_language(check: Check) -> Iterator[Fault]:
    """A French word stands in an English declaration: a month, a country, the abbreviation or the name of a group.

    The word is understood, so no other rule reports it. A word that stands in several places is one finding.

    Wrong:
        KEMPF Martina, Allemagne, ECPA
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the Assembly publishes each declaration in English and in French, each wholly in its language.
    """
    words: dict[str, list[_French]] = {}
    for found in _french_words(check):
        words.setdefault(found.key, []).append(found)
    for first, *others in words.values():
        values = {"word": first.word, "english": first.english}
        labels = tuple(Place(other.span) for other in others)
        yield Fault(first.span, values, "instead" if first.english else "message", labels=labels)


class _French(NamedTuple):
    """A French word: what all places of it share, how it is quoted, the English one where the tables have it."""

    key: str
    word: str
    english: str | None
    span: Span


def _french_words(check: Check) -> Iterator[_French]:
    for phrase in check.document.foreign_words:
        month = dict(zip(MONTHS["fr"], MONTHS["en"], strict=True)).get(phrase)
        yield _French(phrase, phrase, month, phrase.span)
    countries = {name: row for name, row in check.countries.items() if row and states.is_french(name)}
    for signatory in check.document.signatories if countries else ():
        name = signatory.country
        if row := countries.get(name):
            yield _French(name, name, states.english_name(row, check.date), name.span)
    for places in check.groups.values():
        for group in places:
            if groups.is_french(group):
                yield _French(group, group, groups.key(group), group.span)
    for entry in check.document.legend:
        yield from _french_entry(check, entry)


def _french_entry(check: Check, entry: LegendEntry) -> Iterator[_French]:
    """What is French in a line of the legend: the abbreviation, the name of the group, or both."""
    abbreviation, name, _ = entry
    english = groups.key(abbreviation)
    french_name = groups.is_french_name(name) and any(row.english == english for row in groups.with_name(name))
    if groups.is_french(abbreviation) and french_name:
        right = f"{english}: {right_name(check, english)}"
        yield _French(abbreviation, f"{abbreviation}: {name}", right, entry.span)
    elif groups.is_french(abbreviation):
        yield _French(abbreviation, abbreviation, english, abbreviation.span)
    elif french_name:
        yield _French(name, name, right_name(check, english), name.span)
