"""How much there is of what a declaration is made of: words, signatories, delegations, political groups."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from declparse.characters.white_space import count_words
from declparse.document import Document
from declparse.reference import groups, states


class Words(NamedTuple):
    """The number of words: of the paragraphs alone, and together with the opening."""

    paragraphs: int
    together: int


class Counts(NamedTuple):
    """What is counted in a document, as it is written: nobody is left out, not even who is listed twice.

    Words are those of the opening and the paragraphs, ``paragraph_words`` those of the paragraphs alone. Unknown
    countries and missing groups are not counted. Groups are named by their abbreviations in the language of the
    document, countries by their codes; both are ordered by count, then by name.
    """

    words: int
    paragraph_words: int
    signatories: int
    delegations: int
    political_groups: int
    by_group: dict[str, int]
    by_country: dict[str, int]


def words_in(document: Document) -> Words:
    """Count the words from the opening to the last paragraph; the numbers of paragraphs are none."""
    alone = sum(count_words(paragraph.text) for paragraph in document.paragraphs)
    return Words(alone, alone + count_words(document.opening or ""))


def count(document: Document) -> Counts:
    """Count what the document says."""
    words = words_in(document)
    language = document.language or "en"
    by_group = _ranked(groups.written(groups.key(s.group), language) for s in document.signatories if s.group)
    rows = (states.find(signatory.country) for signatory in document.signatories)
    by_country = _ranked(row.code for row in rows if row)
    return Counts(
        words=words.together,
        paragraph_words=words.paragraphs,
        signatories=len(document.signatories),
        delegations=len(by_country),
        political_groups=sum(groups.is_political_group(group) for group in by_group),
        by_group=by_group,
        by_country=by_country,
    )


def _ranked(names: Iterable[str]) -> dict[str, int]:
    """Return how often each name occurs, ordered by count, then by name."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
