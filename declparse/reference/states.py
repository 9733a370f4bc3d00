"""Countries as delegations are named: whether a name is known, in use, a member state's, and how many may sign."""

from functools import cache, lru_cache
from typing import NamedTuple

from declparse.characters import fold
from declparse.reference.certainty import Answer, at
from declparse.reference.state_tables import MEMBERSHIPS, NAMES, SEATS, CountryName, Membership


class Status(NamedTuple):
    """What a country was to the Assembly on a day: the answer to *member state?*, and the row it comes from."""

    answer: Answer
    status: str | None  # member, observer, partner; None where no row is known
    since: str | None
    until: str | None
    evidence: str


@cache
def _names() -> dict[str, CountryName]:
    french = {_key(row.french): row for row in reversed(NAMES)}
    return french | {_key(row.english): row for row in reversed(NAMES)}


def _key(name: str) -> str:
    name = fold(name)
    return name[4:] if name.startswith(("the ", "The ")) else name


@cache
def _memberships(code: str) -> tuple[Membership, ...]:
    return tuple(row for row in MEMBERSHIPS if row.code == code)


@lru_cache(512)
def find(name: str) -> CountryName | None:
    """The row of a country's name, English or French, written exactly so but for quotation marks and apostrophes."""
    names = _names()
    return names.get(name) or names.get(_key(name))


@lru_cache(512)
def is_french(name: str) -> bool:
    """Whether the name is a French one that is not the English one as well."""
    row = find(name)
    return row is not None and _key(name) != _key(row.english)


@lru_cache
def in_use(row: CountryName, date: str) -> Answer:
    """Whether the Assembly wrote the country so on that day."""
    answer = at(date, row.since, row.until)
    return Answer.UNSURE if row.evidence == "M" and answer is not Answer.YES else answer


def current_name(code: str, date: str) -> CountryName | None:
    """How the country is written on that day, if one way is sure."""
    rows = [row for row in NAMES if row.code == code and in_use(row, date) is Answer.YES]
    return rows[-1] if rows else None


def nearest(name: str) -> str | None:
    """The known English name most like this one, if any is."""
    from difflib import get_close_matches  # needed for findings only

    wanted = fold(name)
    if wanted.isupper() or wanted.islower():
        wanted = wanted.title().replace(" Of ", " of ").replace(" And ", " and ")
    found = get_close_matches(wanted, [row.english for row in NAMES], n=1, cutoff=0.7)
    return found[0] if found else None


@lru_cache
def status(code: str, date: str) -> Status:
    """Whether the country was a member state on that day.

    That it is none is certain without a member row and after its end.
    """
    rows = _memberships(code)
    members = [row for row in rows if row.status == "member"]
    for row in members:
        if at(date, row.since, row.until) is Answer.YES:
            return Status(Answer.YES, *row[1:5])
    if not members:
        return Status(Answer.NO, *rows[0][1:5]) if rows else Status(Answer.NO, None, None, None, "B")
    past = [row for row in members if row.until is not None and date >= row.until]
    if past and not [row for row in members if row.since > past[-1].since]:
        return Status(Answer.NO_LONGER, *past[-1][1:5])
    coming = next(row for row in members if date < row.since)
    return Status(Answer.UNSURE if coming.evidence == "M" else Answer.NOT_YET, *coming[1:5])


@cache
def most_signatories(code: str, date: str) -> int | None:
    """How many members of a delegation can sign at one time: representatives and as many substitutes."""
    for row in SEATS:
        if row.code == code and at(date, row.since, row.until) is Answer.YES:
            return 2 * row.representatives
    return None
