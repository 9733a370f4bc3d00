"""The skeleton of a draft: the parts of a declaration in their canonical layout, with what is known filled in."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from declparse.document import Language
from declparse.reference import groups
from declparse.reference.certainty import Answer
from declparse.rules.support.parts import EXAMPLES


class _Phrases(NamedTuple):
    number: str
    list_heading: str
    legend: str


# The numbers are placeholders that a draft may have.
_PHRASES: dict[Language, _Phrases] = {
    "en": _Phrases("Written declaration No. …", "*Signed*<sup>1</sup>:", "1. {}: {}"),
    "fr": _Phrases("Déclaration écrite No. …", "*Signé*<sup>1</sup> :", "1. {} : {}"),
}


def skeleton(language: Language, title: str, tabler: str, legend: str = "") -> str:
    """Return a draft with that title, the line of the tabler and the line of the legend; empty ones are left out.

    So are the paragraphs, and a legend without its line: only people can write them.
    """
    phrases, fixed = _PHRASES[language], EXAMPLES[language]
    parts = (
        *("**Doc. …**", "[date]", title and f"## {title}", f"**{phrases.number}**"),
        *("---", fixed["disclaimer"], "---", fixed["opening"], f"*{fixed['sign_off']}*"),
        *(f"\n\n{phrases.list_heading}", tabler, "---", f"Total = {int(bool(tabler))}", "---", legend),
    )
    return "\n\n".join(filter(None, parts)).removesuffix("\n\n---") + "\n"


def legend_line(group: str, language: Language, day: dt.date) -> str:
    """Return the line of the legend for a group; empty if its name in that language and on that day is not known."""
    name = next(_names(group, language, day), None)
    return _PHRASES[language].legend.format(group, name) if name else ""


def _names(group: str, language: Language, day: dt.date) -> Iterator[str]:
    for row in groups.find(group):
        name = groups.name_in(row, language)
        if name and groups.in_force(row, day.isoformat()) in (Answer.YES, Answer.UNSURE):
            yield name
