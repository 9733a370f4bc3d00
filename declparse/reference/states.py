"""Countries as delegations are named: whether a name is known, in use, a member state's, and how many may sign."""

from functools import cache, lru_cache
from typing import NamedTuple

from declparse.characters.collation import collation_key, fold
from declparse.reference.certainty import Answer, at
from declparse.reference.state_tables import ELSEWHERE, MEMBERSHIPS, NAMES, SEATS, WITH_ARTICLE, CountryName, Membership


class Status(NamedTuple):
    """What a country was to the Assembly on a day: the answer to *member state?*, and the row it comes from."""

    answer: Answer
    status: str | None  # member, observer, partner; None where no row is known
    since: str | None
    until: str | None
    evidence: str


@cache
def _names() -> dict[str, CountryName]:
    """Return the names in small letters, English ones first, with and without their articles."""
    names: dict[str, CountryName] = {}
    for row in NAMES:
        names[_key(row.english)] = row
        names[_key(row.english.removeprefix("The "))] = row
        if row.english in WITH_ARTICLE:
            names[_key(f"the {row.english}")] = row
    french = {_key(name): row for row in reversed(NAMES) for name in (row.french, row.french.removeprefix("L'"))}
    return french | names


def _key(name: str) -> str:
    return fold(name).casefold()


@cache
def _memberships(code: str) -> tuple[Membership, ...]:
    return tuple(row for row in MEMBERSHIPS if row.code == code)


@lru_cache(512)
def find(name: str) -> CountryName | None:
    """Return the row of a country's name, English or French.

    Apostrophes and single capitals do not count: *The Former Yugoslav Republic …*; a name wholly in capitals or in
    small letters is none.
    """
    return None if name.isupper() or name.islower() else _names().get(_key(name))


@cache
def _bare_names() -> dict[str, CountryName | None]:
    """Return the names by their bare letters, and the other names of ``ELSEWHERE``; None for shared ones."""
    rows = list(_names().items()) + [(name, _names()[_key(known)]) for name, known in ELSEWHERE.items()]
    bare: dict[str, CountryName | None] = {}
    for name, row in rows:
        known = bare.setdefault(_bare(name), row)
        if known is None or known.code != row.code:
            bare[_bare(name)] = None
    return bare


def _bare(name: str) -> str:
    return collation_key(name.replace("-", " "))


def called(name: str) -> CountryName | None:
    """Return the country that can only be meant, though its name may not be written as the Assembly writes it.

    Capitals, accents, apostrophes, hyphens and an article do not make another country, and some other names stand in a
    table. Likeness is no reason: a name that is like one of ours may be that of a country that we do not know.
    """
    return find(name) or _bare_names().get(_bare(name)) or _bare_names().get(_bare(name).removeprefix("the "))


def written(row: CountryName, language: str) -> str:
    """Return how a text in a language, ``en`` or ``fr``, writes the country of the row."""
    return row.french if language == "fr" else row.english


@lru_cache(512)
def is_foreign(name: str, language: str) -> bool:
    """True if the name belongs to the other language only."""
    row = find(name)
    if row is None or _key(row.english) == _key(row.french):
        return False
    french = _key(name).removeprefix("l'") == _key(row.french).removeprefix("l'")
    return french != (language == "fr")


@lru_cache
def in_use(row: CountryName, date: str) -> Answer:
    """Return whether the Assembly wrote the country so on that day."""
    answer = at(date, row.since, row.until)
    return Answer.UNSURE if row.evidence == "M" and answer is not Answer.YES else answer


def current_name(code: str, date: str) -> CountryName | None:
    """Return how the country is written on that day; None if that is not certain."""
    rows = [row for row in NAMES if row.code == code and in_use(row, date) is Answer.YES]
    return rows[-1] if rows else None


def name_on(row: CountryName, date: str | None, language: str) -> str:
    """Return how a text of that day in a language writes the country of the row."""
    if date is not None and in_use(row, date) not in (Answer.YES, Answer.UNSURE):
        row = current_name(row.code, date) or row
    return written(row, language)


@lru_cache(512)
def nearest(name: str, date: str | None, language: str = "en") -> str | None:
    """Return the country with the name most like this one, as a text of that day and language writes it, if any."""
    from difflib import get_close_matches  # needed for findings only

    row = called(name)
    if row is not None:
        return name_on(row, date, language)
    known = {_key(written(row, language)): row for row in reversed(NAMES)}
    wanted = _key(name).removeprefix("the ")
    exchanged = [name for name in known if sorted(name) == sorted(wanted)]  # Ilrande is no Islande
    found = exchanged or get_close_matches(wanted, list(known), n=1, cutoff=0.7)
    return name_on(known[found[0]], date, language) if found else None


@lru_cache
def status(code: str, date: str) -> Status:
    """Return whether the country was a member state on that day.

    That it is none is certain without a member row and after its end.
    """
    rows = _memberships(code)
    members = [row for row in rows if row.status == "member"]
    for row in members:
        if at(date, row.since, row.until) is Answer.YES:
            return Status(Answer.YES, *row[1:5])
    if not members:
        others = [row for row in rows if row.since <= date]
        return Status(Answer.NO, *others[0][1:5]) if others else Status(Answer.NO, None, None, None, "B")
    past = [row for row in members if row.until is not None and row.until <= date]
    if past:
        return Status(Answer.NO_LONGER, *past[-1][1:5])
    return Status(Answer.UNSURE if members[0].evidence == "M" else Answer.NOT_YET, *members[0][1:5])


@cache
def most_signatories(code: str, date: str) -> int | None:
    """Return how many members of a delegation can sign at one time: representatives and as many substitutes."""
    for row in SEATS:
        if row.code == code and at(date, row.since, row.until) is Answer.YES:
            return 2 * row.representatives
    return None
