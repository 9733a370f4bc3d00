"""Damages that only web pages or French texts have, and changes that are none."""

import re
from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import any_of, damage, only

PAGE, FRENCH, HARMLESS = "web pages", "French", "no fault"

_ON_PAGES = only("", "web")


def _french(draft: Draft) -> None:
    if draft.layout.language != "fr":
        raise UnfitError


def _first_line(draft: Draft) -> list[Line]:
    return [draft.one(role) for role in ("declaration", "number", "date")]


@damage(PAGE, only("STR003", "web"))
def pieces_exchanged(chance: Random, draft: Draft) -> list[Line]:
    """``Doc. 14459 | Written declaration No. 648 | 19 December 2017``."""
    pieces = _first_line(draft)
    start = draft.lines.index(pieces[0])
    shift = chance.choice([(1, 0, 2), (0, 2, 1), (1, 2, 0), (2, 0, 1)])
    draft.lines[start : start + 3] = [pieces[place] for place in shift]
    return pieces


@damage(PAGE, only("STR005", "web"))
def word_among_the_pieces(chance: Random, draft: Draft) -> list[Line]:
    """``Written declaration No. 648 | Doc. 14459 | Strasbourg | 19 December 2017``."""
    above = chance.choice(_first_line(draft)[:2])
    return [draft.add(Line(above.role, "Strasbourg"), above)]


@damage(PAGE, only("STR003", "web"))
def list_below_the_text(chance: Random, draft: Draft) -> list[Line]:
    """The signatories stand at the end, as in print."""
    moved = [draft.one("heading"), *draft.some("signatory")]
    draft.remove(*moved)
    above = draft.all("paragraph")[-1]
    for line in moved:
        above = draft.add(line, above)
    return moved


@damage(PAGE, only("STR003", "web"))
def disclaimer_above_the_list(chance: Random, draft: Draft) -> list[Line]:
    """The disclaimer stands where print has it."""
    line = draft.one("disclaimer")
    draft.move(line, draft.one("title"))
    return [line, draft.one("heading")]


@damage(FRENCH, "DAT002")
def accent_of_the_month_lost(chance: Random, draft: Draft) -> list[Line]:
    """``10 fevrier 2017``."""
    _french(draft)
    line = draft.one("date")
    line.text = re.sub(r" \w+ ", chance.choice([" fevrier ", " aout ", " decembre "]), line.text)
    return [line]


@damage(FRENCH, "DAT002")
def month_with_a_capital(chance: Random, draft: Draft) -> list[Line]:
    """``10 Juillet 2017``."""
    _french(draft)
    line = draft.one("date")
    line.text = line.text.title()
    return [line]


@damage(FRENCH, "STR008")
def title_of_a_member_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``Ms Iwona ARENT`` in a French list, ``Mme`` in an English one."""
    titles = {"M.": "Mr", "Mme": "Ms", "Mr": "M.", "Ms": "Mme"}
    lines = [line for line in draft.some("signatory") if line.text.split(" ")[0] in titles]
    line = any_of(chance, lines)
    title, blank, rest = line.text.partition(" ")
    line.text = titles[title] + blank + rest
    return [line]


@damage(FRENCH, only("STR008", "web"))
def word_before_the_list_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``Signatories:`` in a French page."""
    line = draft.one("heading")
    line.text = "Signatories:" if draft.layout.language == "fr" else "Signataires :"
    return [line]


@damage(HARMLESS, "")
def first_of_a_month_without_er(chance: Random, draft: Draft) -> None:
    """``1 juillet 2017`` for ``1er juillet 2017``, and the other way round."""
    _french(draft)
    line = draft.one("date")
    line.text = re.sub(r"^\d+", chance.choice(["1", "1er", "01"]), line.text)


@damage(HARMLESS, _ON_PAGES)
def title_of_the_text_first(chance: Random, draft: Draft) -> None:
    """The title stands before the first line, as on some pages."""
    title = draft.one("title")
    place = draft.lines.index(draft.one("declaration"))
    draft.remove(title)
    draft.lines[place:place] = [title] if draft.form == "dense" else [title, Line("blank", "")]


@damage(HARMLESS, _ON_PAGES)
def title_of_a_member_lost(chance: Random, draft: Draft) -> None:
    """``Iwona ARENT``."""
    line = any_of(chance, [line for line in draft.some("signatory") if re.match(r"M\w*\.? ", line.text)])
    line.text = line.text.partition(" ")[2]


@damage(HARMLESS, _ON_PAGES)
def title_of_a_member_misspelt(chance: Random, draft: Draft) -> None:
    """``Mss Iwona ARENT``: it is taken for a given name."""
    line = any_of(chance, [line for line in draft.some("signatory") if re.match(r"M\w*\.? ", line.text)])
    title, blank, rest = line.text.partition(" ")
    line.text = title.rstrip(".") + chance.choice("xw") + blank + rest


@damage(HARMLESS, _ON_PAGES)
def bar_lost(chance: Random, draft: Draft) -> None:
    """``Written declaration No. 648 Doc. 14459 | 19 December 2017``: all is clear without it."""
    pieces = _first_line(draft)
    place = chance.randrange(2)
    first, second = pieces[place : place + 2]
    first.text += f" {second.text}"
    draft.remove(second)


@damage(HARMLESS, _ON_PAGES)
def bar_doubled(chance: Random, draft: Draft) -> None:
    """``Written declaration No. 648 || Doc. 14459 | 19 December 2017``."""
    line = chance.choice(_first_line(draft)[:2])
    line.text += chance.choice([" |", "|"])


@damage(HARMLESS, _ON_PAGES)
def blanks_around_the_bars_lost(chance: Random, draft: Draft) -> None:
    """``Written declaration No. 648|Doc. 14459|19 December 2017``."""
    first, second, third = _first_line(draft)
    first.text = "|".join([first.text, second.text, third.text])
    draft.remove(second, third)


@damage(HARMLESS, _ON_PAGES)
def semicolon_at_the_end_of_the_list(chance: Random, draft: Draft) -> None:
    """``…, SOC ;``."""
    draft.all("signatory")[-1].text += chance.choice([" ;", ";"])


@damage(HARMLESS, _ON_PAGES)
def list_wrapped(chance: Random, draft: Draft) -> None:
    """The list goes on on the next line, inside a signatory."""
    line = any_of(chance, draft.all("signatory")[1:])
    words = line.text.split(" ")
    place = chance.randrange(1, len(words))
    line.text = " ".join(words[:place]) + "\n" + " ".join(words[place:])


@damage(HARMLESS, "")
def blank_before_a_colon(chance: Random, draft: Draft) -> None:
    """``declare the following :``, or none in French."""
    line = any_of(chance, [line for line in draft.all("opening", "heading") if line.text.endswith(":")])
    line.text = f"{line.text[:-2]}:" if line.text.endswith(" :") else f"{line.text[:-1]} :"
