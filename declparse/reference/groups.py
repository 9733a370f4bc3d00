"""Political groups: whether an abbreviation is known, what it stood for on a day, and how sure that is."""

from functools import cache, lru_cache

from declparse.characters import fold
from declparse.reference.certainty import Answer, at
from declparse.reference.group_tables import ALIASES, GROUPS, NOT_A_GROUP, GroupName

# The same row in French texts.
_NOT_A_GROUP_FRENCH = "NI"


@cache
def _by_abbreviation() -> dict[str, tuple[GroupName, ...]]:
    rows: dict[str, tuple[GroupName, ...]] = {}
    for row in GROUPS:
        for abbreviation in {row.english, row.french or row.english}:
            rows[abbreviation] = (*rows.get(abbreviation, ()), row)
    return rows


@lru_cache(512)
def find(abbreviation: str) -> tuple[GroupName, ...]:
    """The rows of an abbreviation, English or French; empty where the Assembly never had such a group."""
    return _by_abbreviation().get(key(abbreviation), ())


@lru_cache(512)
def key(abbreviation: str) -> str:
    """What two ways of writing one abbreviation share: ``EPP / CD`` is ``EPP/CD``."""
    return fold(abbreviation).replace(" /", "/").replace("/ ", "/")


def is_political_group(abbreviation: str) -> bool:
    """Whether it counts as a group: members who belong to none are written like one (Rule 56.1)."""
    return key(abbreviation) not in (NOT_A_GROUP, _NOT_A_GROUP_FRENCH)


@lru_cache(512)
def is_french(abbreviation: str) -> bool:
    """Whether the abbreviation is used in French texts only."""
    rows = find(abbreviation)
    return bool(rows) and all(row.english != key(abbreviation) for row in rows)


def in_force(row: GroupName, date: str) -> Answer:
    """Whether the group had this abbreviation and name on that day."""
    return at(date, row.since_at_earliest, row.until_at_earliest, row.since_at_latest, row.until_at_latest)


@lru_cache
def abbreviation_in_force(abbreviation: str, date: str) -> Answer:
    """Whether a group with that abbreviation existed on that day; unknown where there never was one."""
    answers = [in_force(row, date) for row in find(abbreviation)]
    if not answers:
        return Answer.UNKNOWN
    for answer in (Answer.YES, Answer.UNSURE):
        if answer in answers:
            return answer
    return Answer.NO if len(set(answers)) > 1 else answers[0]


def is_certain(row: GroupName, answer: Answer) -> bool:
    """Whether the very day is known on which the group came, for *not yet*, or went, for *no longer*."""
    if row.evidence != "A":
        return False
    if answer is Answer.NOT_YET:
        return row.since_at_earliest == row.since_at_latest
    return row.until_at_earliest == row.until_at_latest


@lru_cache
def all_in_force(date: str) -> frozenset[str]:
    """The English abbreviations that were certainly in use on that day."""
    return frozenset(row.english for row in GROUPS if in_force(row, date) is Answer.YES)


def same_name(row: GroupName, name: str) -> bool:
    """Whether a legend's name is that of the row, in either language.

    Capitals and the form of apostrophes do not count.
    """
    words = _key(name)
    return words in {_key(known) for known in (row.english_name, row.french_name) if known}


def with_name(name: str) -> tuple[GroupName, ...]:
    """The rows that have this name."""
    return tuple(row for row in GROUPS if same_name(row, name))


def nearest(abbreviation: str, known: list[str] | None = None) -> str | None:
    """The abbreviation most like this one among those given, or among all known ones."""
    from difflib import get_close_matches  # needed for findings only

    choices = known if known is not None else [row.english for row in GROUPS]
    wanted = fold(abbreviation)
    if wanted.upper() in choices:
        return wanted.upper()
    parts = [choice for choice in choices if wanted and wanted in choice.split("/")]
    found = parts or get_close_matches(wanted, choices, n=1, cutoff=0.5)
    return found[0] if found else None


@lru_cache
def _key(name: str) -> str:
    name = fold(name)
    return ALIASES.get(name, name).casefold().replace("‑", "-")
