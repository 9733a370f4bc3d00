"""How much there is of what a declaration is made of: words, signatories, delegations, political groups."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from declparse.characters.white_space import count_words
from declparse.document import Document
from declparse.reference import groups, states


class Counts(NamedTuple):
    """What is counted in a document, as it is written: nobody is left out, not even who is listed twice.

    Words are those of the opening and the paragraphs. Unknown countries and missing groups are not counted. Groups are
    named by their abbreviations in the language of the document, countries by their codes; both are ordered by count,
    then by name.
    """

    words: int
    signatories: int
    delegations: int
    political_groups: int
    by_group: dict[str, int]
    by_country: dict[str, int]


def count(document: Document) -> Counts:
    """Count what the document says."""
    texts = [document.opening or "", *(paragraph.text for paragraph in document.paragraphs)]
    language = document.language or "en"
    by_group = _ranked(groups.written(groups.key(s.group), language) for s in document.signatories if s.group)
    rows = (states.find(signatory.country) for signatory in document.signatories)
    by_country = _ranked(row.code for row in rows if row)
    return Counts(
        words=sum(count_words(text) for text in texts),
        signatories=len(document.signatories),
        delegations=len(by_country),
        political_groups=sum(groups.is_political_group(group) for group in by_group),
        by_group=by_group,
        by_country=by_country,
    )


def _ranked(names: Iterable[str]) -> dict[str, int]:
    """Return how often each name occurs, ordered by count, then by name."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
