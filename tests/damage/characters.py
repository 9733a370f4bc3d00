"""Damages of single characters, and lines that do not belong to the document."""

from random import Random

from damage.draft import Draft, Line
from damage.kinds import UnfitError, any_of, damage, place_in

CHARACTERS, STRAY = "characters", "stray lines"

_CYRILLIC = dict(zip("AaBeEKMHoOpPcCTxXiyS", "АаВеЕКМНоОрРсСТхХіуЅ", strict=True))
_GREEK = dict(zip("ABEZHIKMNOoPTYXv", "ΑΒΕΖΗΙΚΜΝΟοΡΤΥΧν", strict=True))
_STRAY = (
    "%% page 2 of 3 %%",
    "Page 2 of 3",
    "page 4",
    "https://pace.coe.int/en/files/34512",
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
        role = "stray" if chance.random() < 0.5 else above.role
        return [draft.add(Line(role, chance.choice(_STRAY)), above)]

    damage(STRAY, "STR005", f"stray line {zone}")(breaker)


for _zone in _ZONES:
    _straying(_zone)


@damage(STRAY, "STR005")
def neighbouring_stray_lines_in_the_list(chance: Random, draft: Draft) -> list[Line]:
    """The foot of one page and the head of the next."""
    above = any_of(chance, draft.all("signatory"))
    first = draft.add(Line("signatory", "Page 2 of 3"), above)
    draft.add(Line("signatory", "© Council of Europe"), first)
    return [first]
