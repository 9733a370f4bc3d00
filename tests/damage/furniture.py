"""What comes along from printed pages, wherever a page may end."""

import re
from collections.abc import Callable
from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import any_of, damage

FURNITURE = "furniture of pages"

_ADDRESS = "F - 67075 Strasbourg Cedex | assembly@coe.int | {}: +33 3 88 41 2000 | assembly.coe.int"


def _page_number(chance: Random, draft: Draft) -> str:
    french = draft.layout.language == "fr"
    return chance.choice(["- 2 -", "– 2 –", "p. 2/3", "Page 2 sur 3" if french else "Page 2 of 3"])


def _figure(chance: Random, draft: Draft) -> str:
    return "\n2\n"


def _head(chance: Random, draft: Draft) -> str:
    number = re.findall(r"Doc\. \d+", draft.one("number").text)[0]
    kind = "Déclaration écrite" if draft.layout.language == "fr" else "Written declaration"
    return chance.choice([f"{number} {kind} 2", f"2\n{number}", f"\x0c{number} {kind}", f"2\n\n\x0c{number}"])


def _address(chance: Random, draft: Draft) -> str:
    line = _ADDRESS.format("Tél" if draft.layout.language == "fr" else "Tel")
    return chance.choice([line, line.replace(" | assembly.coe", "\nassembly.coe")])


def _web_address(chance: Random, draft: Draft) -> str:
    return chance.choice(["assembly.coe.int", "http://assembly.coe.int", "https://pace.coe.int/en/files/34512"])


def _page_break(chance: Random, draft: Draft) -> str:
    return "\x0c"


_KINDS: dict[str, Callable[[Random, Draft], str]] = {
    "page break": _page_break,
    "page number": _page_number,
    "figure between blank lines": _figure,
    "running head": _head,
    "address line": _address,
    "web address": _web_address,
}
# The lines below which a page may end.
_PLACES = {
    "in the header": ("number", "date", "title", "declaration"),
    "before the text": ("disclaimer", "opening"),
    "between paragraphs": ("paragraph",),
    "before the list": ("sign-off", "heading"),
    "in the list": ("signatory",),
    "before or after the total": ("total",),
    "in the legend": ("legend",),
}


def _printing(kind: str, where: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        above = any_of(chance, draft.all(*_PLACES[where]))
        if draft.layout.is_web:
            if above.role in ("number", "declaration", "heading"):
                raise UnfitError  # the middle of a line
            above.text += " ;" if above.role == "signatory" else ""
        return [draft.add(Line("furniture", _KINDS[kind](chance, draft)), above)]

    damage(FURNITURE, "TXT007", f"{kind} {where}")(breaker)


def _cutting(kind: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = any_of(chance, draft.all("paragraph"))
        blanks = [place.start() for place in re.finditer(r"(?<=[a-zé]) (?=[a-zé])", line.text)]
        place = any_of(chance, blanks)
        gap = "\n" if draft.form == "dense" else "\n\n"
        line.text = gap.join([line.text[:place], _KINDS[kind](chance, draft), line.text[place + 1 :]])
        return [line]

    damage(FURNITURE, "TXT007", f"{kind} within a sentence")(breaker)


for _kind in _KINDS:
    if _kind != "web address":  # a sentence may quote it
        _cutting(_kind)
    for _where in _PLACES:
        _printing(_kind, _where)
