"""Damages of whole parts: lost, doubled, moved, in other words or in another language."""

import re
import unicodedata
from itertools import pairwise
from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import (
    PRINTS,
    SINCE_2007,
    any_of,
    damage,
    fields,
    fitting,
    letter_lost,
    letters_swapped,
    only,
    repeated,
)

LOST, DOUBLED, ORDER, WORDING, KIND = "parts lost", "parts doubled", "order", "wording", "kind of document"

_NEEDED = 20  # signatures
_NAMES = {
    "number": "document number",
    "date": "date",
    "title": "title",
    "declaration": "declaration number",
    "disclaimer": "disclaimer",
    "sign-off": "sign-off",
    "heading": "list heading",
    "total": "total",
}
_PARTS = ("number", "date", "title", "declaration", "disclaimer", "opening", "sign-off", "heading", "total")
_KINDS = {"en": ("resolution", "recommendation"), "fr": ("résolution", "recommandation")}
_PHRASES = {
    "en": {
        "disclaimer": "This written declaration commits only those who have signed it.",
        "opening": "We, the undersigned, declare the following:",
        "sign-off": "Signed (see overleaf)",
    },
    "fr": {
        "disclaimer": "Cette déclaration écrite n’engage que ses signataires.",
        "opening": "Nous, soussignés, déclarons ce qui suit :",
        "sign-off": "Signé (voir au verso)",
    },
}
# What is not STR002: lists of web pages need no heading, and nobody knows how lists looked in 1995.
_LOST: dict[str, str | dict[str, str]] = {
    "sign-off": "STR007",
    "heading": dict.fromkeys(PRINTS, "STR002") | {"1995": "", "web": ""},
    "disclaimer": dict.fromkeys(PRINTS, "STR002") | {"web": ""},
}
_MOTION = "This motion has not been discussed in the Assembly and commits only those who have signed it"
_PROPOSITION = "Cette proposition n’a pas été examinée par l’Assemblée et n’engage que ses signataires"
_MOTIONS = {
    "en": [(f"Motion for a {kind}", "presented by Mr Marty and others", _MOTION) for kind in _KINDS["en"]],
    "fr": [(f"Proposition de {kind}", "présentée par M. Marty et d’autres", _PROPOSITION) for kind in _KINDS["fr"]],
}
# A part, and those below which it certainly does not belong.
_WRONG_PLACES = {
    "number": ("title", "declaration", "disclaimer", "opening", "sign-off", "signatory", "total"),
    "date": ("declaration", "disclaimer", "opening", "sign-off", "signatory", "total"),
    "declaration": ("number", "opening", "sign-off", "total"),
    "disclaimer": ("number", "date", "sign-off", "total"),
    "sign-off": ("declaration", "disclaimer", "opening", "total"),
    "total": ("disclaimer", "sign-off", "heading"),
}


def _surname(line: Line) -> str:
    name = fields(line).name
    return next((word for word in name.split() if word.isupper()), name)


def _losing(role: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one(role)
        place = draft.around(line)
        if role == "title" and draft.layout.is_web:  # it may also stand before the first line
            place.append(draft.one("declaration"))
        draft.remove(line)
        return place

    damage(LOST, _LOST.get(role, "STR002"), f"{_NAMES[role]} lost")(breaker)


def _doubling(role: str) -> None:
    def below(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one(role)
        return [draft.add(line.copy(), line), line]

    def elsewhere(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one(role)
        others = [draft.all(other) for other in (*_PARTS, "paragraph", "legend") if other != role]
        parts = [lines[-1] for lines in others if lines]
        if draft.layout.is_web:  # not in the middle of a line
            parts = [part for part in parts if part.role not in ("declaration", "number", "heading")]
        later = [other for other in parts if draft.lines.index(other) > draft.lines.index(line)]
        return [draft.add(line.copy(), any_of(chance, later))]

    # On a web page the word before the list, alone on a line, fits nowhere.
    codes = dict.fromkeys(PRINTS, "STR004") | {"web": "STR005" if role == "heading" else "STR004"}
    damage(DOUBLED, codes, f"{_NAMES[role]} doubled")(below)
    if role != "title":
        damage(DOUBLED, codes, f"{_NAMES[role]} repeated further down")(elsewhere)


def _moving(role: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one(role)
        before = [one for one in draft.lines if one.text]
        draft.move(line, draft.one(chance.choice(_WRONG_PLACES[role])))
        if [one for one in draft.lines if one.text] == before:  # the right place in this layout
            raise UnfitError
        return [line]

    damage(ORDER, "STR003", f"{_NAMES[role]} moved")(breaker)


def _swapping(role: str, other: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        one, two = draft.one(role), draft.one(other)
        if two not in draft.around(one):  # a re-issue line stands between
            raise UnfitError
        first, second = draft.lines.index(one), draft.lines.index(two)
        draft.lines[first], draft.lines[second] = two, one
        return [one, two]

    damage(ORDER, "STR003", f"{_NAMES[role]} and {_NAMES[other]} swapped")(breaker)


def _translating(role: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        other = "fr" if draft.layout.language == "en" else "en"
        draft.one(role).text = _PHRASES[other][role]
        return [draft.one(role)]

    damage(WORDING, "STR008", f"{role} in the other language")(breaker)


for _role in _NAMES:
    _losing(_role)
    _doubling(_role)
for _role in _WRONG_PLACES:
    _moving(_role)
for _role, _other in (("number", "date"), ("date", "title"), ("title", "declaration"), ("declaration", "disclaimer")):
    _swapping(_role, _other)
for _role in _PHRASES["fr"]:
    _translating(_role)


@damage(LOST, "STR002")
def legend_lost(chance: Random, draft: Draft) -> None:
    """The text ends with the total, or the list."""
    draft.remove(*draft.some("legend"))


@damage(LOST, "STR002")
def all_signatories_lost(chance: Random, draft: Draft) -> None:
    """Nothing stands between the list heading and the total."""
    draft.remove(*draft.some("signatory"))


@damage(LOST, "STR002")
def text_lost(chance: Random, draft: Draft) -> None:
    """Nothing stands between the opening and the sign-off."""
    draft.remove(*draft.all("paragraph"))


@damage(LOST, "SIG001")
def signatory_lost(chance: Random, draft: Draft) -> list[Line]:
    """One line fewer than the total says."""
    if draft.layout.year > 2006 and len(draft.some("signatory")) <= _NEEDED:
        raise UnfitError
    draft.remove(any_of(chance, repeated(draft)))
    return draft.some("total")


@damage(LOST, "SIG001")
def several_signatories_lost(chance: Random, draft: Draft) -> list[Line]:
    """Some lines fewer than the total says, but twenty are left."""
    if len(draft.some("signatory")) < 22:
        raise UnfitError
    while len(draft.some("signatory")) > 20:
        draft.remove(any_of(chance, repeated(draft)))
    return draft.some("total")


@damage(DOUBLED, "SIG002")
def signatory_doubled(chance: Random, draft: Draft) -> list[Line]:
    """The same line twice, one below the other."""
    line = any_of(chance, draft.some("signatory"))
    return [draft.add(line.copy(), line)]


@damage(DOUBLED, "SIG002")
def signatory_doubled_and_counted(chance: Random, draft: Draft) -> list[Line]:
    """The same line twice, and the total counts both."""
    copies = signatory_doubled(chance, draft)
    draft.one("total").text = f"Total = {len(draft.all('signatory'))}"
    return copies or []


@damage(DOUBLED, "SIG002")
def signatory_repeated_further_down(chance: Random, draft: Draft) -> list[Line]:
    """The same line once more at another place."""
    lines = draft.all("signatory")
    place = chance.randrange(len(lines) - 3)
    return [draft.add(lines[place].copy(), any_of(chance, lines[place + 2 :]))]


@damage(DOUBLED, "SIG002")
def signatory_repeated_without_accents(chance: Random, draft: Draft) -> list[Line]:
    """The same member twice, once with the accents of the name lost."""

    def bare(line: Line) -> str:
        name = unicodedata.normalize("NFD", fields(line).name)
        return str(fields(line)._replace(name="".join(letter for letter in name if not unicodedata.combining(letter))))

    line, text = fitting(chance, draft.all("signatory"), bare)
    return [draft.add(Line("signatory", text), line)]


@damage(ORDER, only("SIG003", *SINCE_2007, "web"))
def neighbours_swapped(chance: Random, draft: Draft) -> list[Line]:
    """Two members change places; not two of one surname, and not the first, who tabled it."""
    lines = draft.all("signatory")[1:]
    pairs = [pair for pair in pairwise(lines) if len({_surname(line) for line in pair}) == 2]
    one, other = chance.choice(pairs)
    one.text, other.text = other.text, one.text
    return [one, other]


@damage(ORDER, only("SIG003", *SINCE_2007, "web"))
def signatory_moved(chance: Random, draft: Draft) -> list[Line]:
    """A member stands three or more places away from the right one."""
    lines = draft.all("signatory")[1:]
    # Not one with a joined particle, which may count or not.
    place = any_of(chance, [place for place, line in enumerate(lines) if not re.search(r"\b[a-z]['’]", line.text)])
    line = lines.pop(place)
    target = chance.choice([other for other in range(len(lines)) if not place - 4 < other < place + 3])
    draft.move(line, lines[target])
    return [line]


@damage(ORDER, "STR003")
def legend_before_the_list(chance: Random, draft: Draft) -> list[Line]:
    """The whole legend stands above the list heading."""
    lines = draft.some("legend")
    draft.remove(*lines)
    above = draft.one("sign-off")
    for line in lines:
        above = draft.add(line, above)
    return [*lines, draft.one("heading")]


@damage(WORDING, "STR006")
def letters_of_the_disclaimer_swapped(chance: Random, draft: Draft) -> list[Line]:
    """A slip in a word of the disclaimer."""
    line = draft.one("disclaimer")
    words = line.text.split(" ")
    place = chance.choice([place for place, word in enumerate(words) if len(word) > 5])
    words[place] = letters_swapped(chance, words[place])
    line.text = " ".join(words)
    return [line]


@damage(WORDING, "STR006")
def letter_of_the_disclaimer_lost(chance: Random, draft: Draft) -> list[Line]:
    """A letter fewer in the disclaimer, not in its first words, by which it is known."""
    line = draft.one("disclaimer")
    start = len(" ".join(line.text.split(" ")[:3]))
    line.text = line.text[:start] + letter_lost(chance, line.text[start:])
    return [line]


@damage(WORDING, "STR006")
def second_half_of_the_disclaimer_lost(chance: Random, draft: Draft) -> list[Line]:
    """The disclaimer ends after its first sentence."""
    line = draft.one("disclaimer")
    first, _, second = line.text.partition(" It will")
    if not second:
        raise UnfitError
    line.text = first
    return [line]


@damage(KIND, "STR001")
def motion(chance: Random, draft: Draft) -> None:
    """A motion for a resolution or a recommendation, by its name and its disclaimer."""
    line, disclaimer = draft.one("declaration"), draft.one("disclaimer")
    line.text, by, disclaimer.text = chance.choice(_MOTIONS[draft.layout.language])
    if not draft.layout.is_web:
        draft.add(Line("stray", by), line)


@damage(KIND, "STR001")
def nothing_left(chance: Random, draft: Draft) -> None:
    """An empty file, or blank lines only."""
    draft.lines = [Line("blank", "") for _ in range(chance.randrange(3))]


@damage(KIND, "STR001")
def prose(chance: Random, draft: Draft) -> None:
    """A letter instead of a declaration."""
    texts = ("Dear colleagues,", "Please find the draft attached.", "Kind regards")
    draft.lines = [line for text in texts for line in (Line("stray", text), Line("blank", ""))]
