"""The answers of a dated fact, and how sure a finding may be that is built on it."""

from enum import Enum


class Answer(Enum):
    """Whether something held on a day."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not yet"
    NO_LONGER = "no longer"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


def at(
    date: str,
    since: str | None,
    until: str | None,
    since_at_latest: str | None = None,
    until_at_latest: str | None = None,
) -> Answer:
    """Return whether a row holds on an ISO date: from ``since`` on and before ``until``; None means no limit.

    Where the day of a change is bracketed, ``since`` and ``until`` are the earliest days and the other two the
    latest; between them the answer is unsure. ``until_at_latest`` is a day on which the row certainly holds no
    longer.
    """
    if since is not None and date < since:
        return Answer.NOT_YET
    if since_at_latest is not None and date < since_at_latest:
        return Answer.UNSURE
    if until is not None and date >= (until_at_latest or until):
        return Answer.NO_LONGER
    if until_at_latest is not None and date > (until or until_at_latest):
        return Answer.UNSURE
    return Answer.YES
