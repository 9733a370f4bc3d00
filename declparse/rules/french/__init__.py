"""The texts of the rules in French, one module for each family. Imported only where French is asked for.

Each module has its texts by the code of the rule and the keys of the English ones; ``page`` is the explanation. Values
are inserted so that neither their gender nor their article matters.
"""

from collections.abc import Mapping
from functools import cache
from inspect import cleandoc

from declparse.rules.french import (
    admissibility,
    characters,
    collection,
    comparison,
    dates,
    groups,
    numbering,
    signatories,
    states,
    structure,
    terms,
)
from declparse.wording import typeset

TEXTS: Mapping[str, Mapping[str, str]] = {
    **structure.TEXTS,
    **characters.TEXTS,
    **numbering.TEXTS,
    **dates.TEXTS,
    **signatories.TEXTS,
    **states.TEXTS,
    **groups.TEXTS,
    **admissibility.TEXTS,
    **collection.TEXTS,
    **comparison.TEXTS,
}
TERMS: Mapping[str, str] = {english: typeset(french) for english, french in terms.TERMS.items()}


@cache
def texts_of(code: str) -> Mapping[str, str]:
    """Return the texts of the rule with that code, typeset."""
    return {key: _page(text) if key == "page" else typeset(text) for key, text in TEXTS[code].items()}


def _page(page: str) -> str:
    """Return a page as it is printed; its examples quote documents and stay as they are."""
    lines = cleandoc(page).split("\n")
    return "\n".join(line if line.startswith("    ") else typeset(line) for line in lines)
