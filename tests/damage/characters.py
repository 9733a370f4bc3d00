"""Damages of single characters, and lines that do not belong to the document."""

from itertools import pairwise
from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import PRINTS, any_of, damage, fields, only, place_in

CHARACTERS, STRAY = "characters", "stray lines"

_CYRILLIC = dict(zip("AaBeEKMHoOpPcCTxXiyS", "АаВеЕКМНоОрРсСТхХіуЅ", strict=True))
_GREEK = dict(zip("ABEZHIKMNOoPTYXv", "ΑΒΕΖΗΙΚΜΝΟοΡΤΥΧν", strict=True))
_STRAY = (
    "%% page 2 of 3 %%",
    "[page 2 of 3]",
    "(page 4)",
    "https://www.coe.int/en/web/portal",
    "jane.doe@coe.int",
    "[...]",
    "~~~~~",
    "AS/Per (2025) 14",
    "© Council of Europe",
)
_WORDS = {
    "title": ("title",),
    "paragraphs": ("paragraph",),
    "opening": ("opening",),
    "disclaimer": ("disclaimer",),
    "sign-off": ("sign-off",),
    "numbers": ("number", "declaration"),
    "list heading": ("heading",),
    "total": ("total",),
    "list": ("signatory",),
    "legend": ("legend",),
}
# What a line does not belong below; between number and title, or in the text, it could be meant.
_ZONES = {
    "below the declaration number": ("declaration",),
    "below the disclaimer": ("disclaimer",),
    "below the sign-off": ("sign-off",),
    "below the list heading": ("heading",),
    "in the list": ("signatory",),
    "below the total": ("total",),
    "in the legend": ("legend",),
}


def _replacing(where: str, script: str, letters: dict[str, str]) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = any_of(chance, draft.all(*_WORDS[where]))
        places = [
            place
            for place in range(len(line.text))
            if line.text[place] in letters
            and (line.text[place - 1 : place].isalpha() or line.text[place + 1 : place + 2].isalpha())
        ]
        if not places:
            raise UnfitError
        place = chance.choice(places)
        line.text = line.text[:place] + letters[line.text[place]] + line.text[place + 1 :]
        return [line]

    damage(CHARACTERS, "TXT003", f"{script} letter in the {where}")(breaker)


for _where in _WORDS:
    _replacing(_where, "Cyrillic", _CYRILLIC)
for _where in ("list", "legend", "paragraphs"):
    _replacing(_where, "Greek", _GREEK)


@damage(CHARACTERS, "TXT003")
def group_in_cyrillic_letters(chance: Random, draft: Draft) -> list[Line]:
    """A group of which every letter is a Cyrillic one."""
    lines = [line for line in draft.all("signatory") if all(letter in _CYRILLIC for letter in fields(line).group)]
    line = any_of(chance, lines)
    one = fields(line)
    line.text = str(one._replace(group="".join(_CYRILLIC[letter] for letter in one.group)))
    return [line]


@damage(CHARACTERS, "TXT005")
def garbled_letter(chance: Random, draft: Draft) -> list[Line]:
    """An accented letter that was read with a wrong encoding."""
    inside = [
        (line, place) for line in draft.lines for place in range(len(line.text) - 1) if _is_spoilt(line.text, place)
    ]
    line, place = chance.choice(inside)
    line.text = line.text[:place] + _garbled(line.text[place]) + line.text[place + 1 :]
    return [line]


@damage(CHARACTERS, "TXT005")
def garbled_document(chance: Random, draft: Draft) -> None:
    """All of the text was read with a wrong encoding, once or twice."""
    for _ in range(chance.randint(1, 2)):
        for line in draft.lines:
            line.text = _garbled(line.text)


def _is_spoilt(text: str, place: int) -> bool:
    """Whether a letter has an accent, and does not end a word: the second sign of it may then be a closing quote."""
    return text[place].isalpha() and not text[place].isascii() and text[place + 1].isalpha()


def _garbled(text: str) -> str:
    """The text in UTF-8, read as Windows-1252."""
    signs = (bytes([byte]) for byte in text.encode())
    return "".join(sign.decode("cp1252", "replace").replace("\ufffd", sign.decode("latin-1")) for sign in signs)


def _losing(where: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = any_of(chance, draft.all(*_WORDS[where]))
        place = place_in(chance, fields(line).name if where == "list" else line.text)
        line.text = f"{line.text[:place]}\ufffd{line.text[place + 1 :]}"
        return [line]

    damage(CHARACTERS, "TXT005", f"letter lost in the {where}")(breaker)


for _where in ("title", "paragraphs", "list"):
    _losing(_where)


def _hiding(where: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = any_of(chance, draft.all(*_WORDS[where]))
        place = place_in(chance, line.text) + 1  # not the first character of a text, which is no part of a word
        line.text = line.text[:place] + chance.choice("\u200b\u00ad\u2060\u202a\ufeff\x01") + line.text[place:]
        return [line]

    damage(CHARACTERS, "TXT004", f"invisible character in the {where}")(breaker)


for _where in _WORDS:
    _hiding(_where)


def _joining(role: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        first, second = any_of(chance, [*pairwise(draft.all(role))])
        first.text += chance.choice("\x0b\x85\u2028\u2029") + second.text
        draft.remove(second)
        return [first]

    damage(CHARACTERS, only("TXT004", *PRINTS), f"line break of a word processor after a {role} line")(breaker)


for _role in ("signatory", "legend"):
    _joining(_role)


@damage(CHARACTERS, "TXT001")
def bytes_of_latin_1(chance: Random, draft: Draft) -> list[Line]:
    """One accented letter as it is written in Latin-1."""
    line = any_of(chance, [line for line in draft.lines if any("À" <= letter <= "ÿ" for letter in line.text)])
    place = place_in(chance, line.text, lambda letter: "À" <= letter <= "ÿ")
    line.text = f"{line.text[:place]}{chr(0xDC00 + ord(line.text[place]))}{line.text[place + 1 :]}"
    return [line]


def _straying(zone: str) -> None:
    def breaker(chance: Random, draft: Draft) -> list[Line]:
        above = any_of(chance, draft.all(*_ZONES[zone]))
        if draft.layout.is_web and above.role in ("declaration", "heading"):
            raise UnfitError  # the middle of a line
        if draft.layout.name == "1995" and above.role == "declaration":
            raise UnfitError  # here stands the title
        if zone == "below the disclaimer":
            draft.one("opening")  # without it, it could be the text
        role = "stray" if chance.random() < 0.5 else above.role
        return [draft.add(Line(role, chance.choice(_STRAY)), above)]

    damage(STRAY, "STR005", f"stray line {zone}")(breaker)


for _zone in _ZONES:
    _straying(_zone)


@damage(STRAY, "STR005")
def neighbouring_stray_lines_in_the_list(chance: Random, draft: Draft) -> list[Line]:
    """The foot of one page and the head of the next."""
    above = any_of(chance, draft.some("signatory"))
    first = draft.add(Line("signatory", "[page 2 of 3]"), above)
    draft.add(Line("signatory", "© Council of Europe"), first)
    return [first]
