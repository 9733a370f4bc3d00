"""Political groups: whether an abbreviation is known, what it stood for on a day, and how sure that is."""

import re
from functools import cache, lru_cache

from declparse.characters.collation import fold
from declparse.reference.certainty import Answer, at
from declparse.reference.group_tables import ALIASES, GROUPS, NOT_A_GROUP, SUCCESSIONS, GroupName

_WORD = r"[^\W_][\w/]*"


@cache
def _by_abbreviation() -> dict[str, tuple[GroupName, ...]]:
    rows: dict[str, tuple[GroupName, ...]] = {}
    for row in GROUPS:
        rows[row.english] = (*rows.get(row.english, ()), row)
    return rows


@cache
def _by_french_abbreviation() -> dict[str, str]:
    return {row.french: row.english for row in GROUPS if row.french}


@cache
def _french_abbreviations() -> dict[str, str]:
    return {row.english: row.french for row in GROUPS if row.french}


@lru_cache(512)
def find(abbreviation: str) -> tuple[GroupName, ...]:
    """Return the rows of an abbreviation, English or French; none if the Assembly never had such a group."""
    return _by_abbreviation().get(key(abbreviation), ())


@lru_cache(512)
def key(abbreviation: str) -> str:
    """Return the English abbreviation, however the group is written: ``EPP / CD`` and ``PPE/DC`` are ``EPP/CD``.

    An unknown abbreviation is its own.
    """
    written = _written(abbreviation)
    return _by_french_abbreviation().get(written, written)


def _written(abbreviation: str) -> str:
    return fold(abbreviation).replace(" /", "/").replace("/ ", "/")


def called(abbreviation: str) -> str | None:
    """Return the English abbreviation of the group that can only be meant, be it in small letters; None if unknown."""
    known = key(_written(abbreviation).upper())
    return known if find(known) else None


def identity_on(abbreviation: str, date: str | None) -> str | None:
    """Return the English abbreviation of the group that a text of that day means; None where there was no such group.

    It is the same for both languages, but another one after each renaming: the groups that followed each other are not
    joined. Without a date any group of the Assembly's history will do.
    """
    known = called(abbreviation)
    if known is None or date is None:
        return known
    return known if abbreviation_in_force(known, date) in (Answer.YES, Answer.UNSURE) else None


def is_political_group(abbreviation: str) -> bool:
    """True if it counts as a group: members without one are written as if they had one (Rule 56.1)."""
    return key(abbreviation) != NOT_A_GROUP


def written(known: str, language: str) -> str:
    """Return how a text in a language, ``en`` or ``fr``, writes the group with this English abbreviation.

    The same where no French one is known, or no such group.
    """
    return (_french_abbreviations().get(known) or known) if language == "fr" else known


@lru_cache(512)
def is_foreign(abbreviation: str, language: str) -> bool:
    """True if the abbreviation belongs to the other language only."""
    english = key(abbreviation)
    return _written(abbreviation) != written(english, language) and english != written(english, "fr")


def succession(abbreviation: str) -> tuple[str, ...]:
    """Return the English abbreviations that a group has had, in their order; one if it never changed."""
    known = key(abbreviation)
    return next((line for line in SUCCESSIONS if known in line), (known,))


def in_force(row: GroupName, date: str) -> Answer:
    """Return whether the group had this abbreviation and name on that day."""
    return at(date, row.since_at_earliest, row.until_at_earliest, row.since_at_latest, row.until_at_latest)


@lru_cache
def abbreviation_in_force(abbreviation: str, date: str) -> Answer:
    """Return whether a group with that abbreviation existed on that day; unknown if there never was one."""
    answers = [in_force(row, date) for row in find(abbreviation)]
    if not answers:
        return Answer.UNKNOWN
    for answer in (Answer.YES, Answer.UNSURE):
        if answer in answers:
            return answer
    return Answer.NO if len(set(answers)) > 1 else answers[0]


def is_certain(row: GroupName, answer: Answer) -> bool:
    """True if the day is known on which the group was formed (for *not yet*) or dissolved (for *no longer*)."""
    if row.evidence != "A":
        return False
    if answer is Answer.NOT_YET:
        return row.since_at_earliest == row.since_at_latest
    return row.until_at_earliest == row.until_at_latest


@lru_cache
def possible(date: str | None) -> tuple[str, ...]:
    """Return the English abbreviations that may have been in use on that day; all if the day is not known."""
    return tuple(row.english for row in GROUPS if date is None or in_force(row, date) in (Answer.YES, Answer.UNSURE))


def current(abbreviation: str, date: str) -> str | None:
    """Return the abbreviation that the group certainly had on that day: this, an earlier or a later one."""
    known = (other for other in succession(abbreviation) if abbreviation_in_force(other, date) is Answer.YES)
    return next(known, None)


@lru_cache
def all_in_force(date: str) -> frozenset[str]:
    """Return the English abbreviations that were certainly in use on that day."""
    return frozenset(row.english for row in GROUPS if in_force(row, date) is Answer.YES)


def same_name(row: GroupName, name: str) -> bool:
    """True if a legend's name is that of the row, in either language.

    Capitals, the form of apostrophes and a mark at the end do not count.
    """
    words = _key(name)
    return words in {_key(known) for known in (row.english_name, row.french_name) if known}


def with_name(name: str) -> tuple[GroupName, ...]:
    """Return the rows that have this name."""
    return tuple(row for row in GROUPS if same_name(row, name))


def name_in(row: GroupName, language: str) -> str | None:
    """Return the row's name in a language; None if it is not known."""
    return row.french_name if language == "fr" else row.english_name


@cache
def _names_in(language: str) -> frozenset[str]:
    return frozenset(_key(name) for row in GROUPS if (name := name_in(row, language)))


def is_foreign_name(name: str, language: str) -> bool:
    """True if a legend's name is the one that a group has in the other language."""
    return _key(name) in _names_in("en" if language == "fr" else "fr")


@lru_cache(512)
def nearest(abbreviation: str, known: tuple[str, ...] | None = None, language: str = "en") -> str | None:
    """Return the group most like this one, of those given by their English abbreviations, or of all.

    Both the likeness and the answer are those of the abbreviations in that language.
    """
    from difflib import get_close_matches  # needed for findings only

    english = known if known is not None else tuple(row.english for row in GROUPS)
    choices = [written(choice, language) for choice in english]
    wanted = _written(abbreviation)
    words: list[str] = [wanted, *re.findall(_WORD, wanted)]  # ECPA (Chairperson)
    for word in words:
        if word.upper() in choices:
            return word.upper()
    parts = [choice for choice in choices if wanted and wanted in choice.split("/")]
    if parts:
        return parts[0]
    letters = {choice.replace("/", ""): choice for choice in choices}
    found = get_close_matches(wanted.replace("/", ""), list(letters), n=1, cutoff=0.5)
    return letters[found[0]] if found else None


@lru_cache
def _key(name: str) -> str:
    name = fold(name).rstrip(" .,;")
    return ALIASES.get(name, name).casefold().replace("‑", "-")
