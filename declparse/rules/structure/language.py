"""Words of the other language in a declaration."""

from collections.abc import Iterator
from typing import NamedTuple

from declparse.document import MONTHS, Language, LegendEntry
from declparse.findings import Edit, Severity
from declparse.reference import groups, states
from declparse.rules.support.check import Check
from declparse.rules.support.legend import right_name
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.source import Span

_MANY = 5  # different words, from which on they are one slip and one finding
_OTHER: dict[Language, Language] = {"en": "fr", "fr": "en"}


@rule(
    "STR008",
    "mixed-language",
    Severity.WARNING,
    "'{word}' is French in an English text",
    instead="'{word}' is French in an English text; in English it is '{right}'",
    english="'{word}' is English in a French text",
    english_instead="'{word}' is English in a French text; in French it is '{right}'",
    many="{count} words are French in an English text, from '{word}' on",
    many_english="{count} words are English in a French text, from '{word}' on",
    label="and here",
    title="Write '{right}'",
    help="use one language throughout",
)
def mixed_language(check: Check) -> Iterator[BareFinding]:
    """A word of the other language stands in a declaration: a month, a country, a group's abbreviation or name.

    The word is understood, so no other rule reports it. A word that stands in several places is one finding, and so
    are many words, as where a list was taken from the translation. The language of a text is the one in which most of
    its parts have their fixed words.

    Wrong:
        KEMPF Martina, Allemagne, ECPA
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the Assembly publishes each declaration in English and in French, each wholly in its language.
    """
    french = check.language == "fr"
    words: dict[str, list[_Foreign]] = {}
    for found in _foreign_words(check):
        words.setdefault(found.key, []).append(found)
    if len(words) >= _MANY:
        first, *others = sorted((one for places in words.values() for one in places), key=lambda one: one.span)
        values = {"word": first.word, "count": len(words)}
        labels = tuple(BareLabel(other.span) for other in others)
        yield BareFinding(first.span, values, "many_english" if french else "many", labels=labels)
        return
    for first, *others in words.values():
        message = "instead" if first.right else "message"
        if french:
            message = "english_instead" if first.right else "english"
        labels = tuple(BareLabel(other.span) for other in others)
        edits = tuple(Edit(*found.span, found.right) for found in (first, *others) if found.right)
        fix = BareFix("unsafe", edits) if len(edits) > len(others) else None  # the right word is known for each place
        yield BareFinding(first.span, {"word": first.word, "right": first.right}, message, labels=labels, fix=fix)


class _Foreign(NamedTuple):
    """A foreign word in one place.

    ``key`` is the same in all its places, ``word`` is how it is quoted, ``right`` is the word to write, if known.
    """

    key: str
    word: str
    right: str | None
    span: Span


def _foreign_words(check: Check) -> Iterator[_Foreign]:
    language = check.language
    for phrase in check.document.foreign_words:
        months = dict(zip(MONTHS[_OTHER[language]], MONTHS[language], strict=True))
        yield _Foreign(phrase, phrase, months.get(phrase), phrase.span)
    countries = {name: row for name, row in check.countries.items() if row and states.is_foreign(name, language)}
    for signatory in check.document.signatories if countries else ():
        name = signatory.country
        if row := countries.get(name):
            yield _Foreign(name, name, states.name_on(row, check.date, language), name.span)
    for places in check.groups.values():
        for group in places:
            if groups.is_foreign(group, language):
                yield _Foreign(group, group, check.written(groups.key(group)), group.span)
    for entry in check.document.legend:
        yield from _foreign_entry(check, entry)


def _foreign_entry(check: Check, entry: LegendEntry) -> Iterator[_Foreign]:
    """Yield what is foreign in a line of the legend: the abbreviation, the name of the group, or both as one."""
    abbreviation, name, _ = entry
    english = groups.key(abbreviation)
    foreign = groups.is_foreign(abbreviation, check.language)
    foreign_name = groups.is_foreign_name(name, check.language) and any(
        row.english == english for row in groups.with_name(name)
    )
    if not foreign and not foreign_name:
        return
    right = right_name(check, english)
    if foreign and foreign_name:
        whole = f"{check.written(english)}: {right}" if right else check.written(english)
        yield _Foreign(abbreviation, f"{abbreviation}: {name}", whole, entry.span)
    elif foreign:
        yield _Foreign(abbreviation, abbreviation, check.written(english), abbreviation.span)
    else:
        yield _Foreign(name, name, right, name.span)
