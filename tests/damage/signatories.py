"""Damages of a line in the list: its names, its commas, its fields."""

from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import SINCE_2007, Signatory, any_of, damage, fields, one_signatory, only, place_in

NAMES, COMMAS, FIELDS = "names", "commas", "fields"
_CHARACTERS = "@&%?!=+$§†"


@one_signatory(NAMES, only("SIG005", *SINCE_2007, "web"))
def surname_in_mixed_case(chance: Random, who: Signatory) -> str:
    """``Németh Zsolt``."""
    name = who.full_name
    return str(who._replace(name=str(name._replace(surname=name.surname.title()))))


@one_signatory(NAMES, only("SIG005", *SINCE_2007, "web"))
def surname_in_small_letters(chance: Random, who: Signatory) -> str:
    """``németh Zsolt``."""
    name = who.full_name
    return str(who._replace(name=str(name._replace(surname=name.surname.lower()))))


@one_signatory(NAMES, only("SIG008", *SINCE_2007))
def given_name_lost(chance: Random, who: Signatory) -> str:
    """``NÉMETH``."""
    return str(who._replace(name=str(who.full_name._replace(given=""))))


@one_signatory(NAMES, "SIG004")
def digit_added_to_a_name(chance: Random, who: Signatory) -> str:
    """``NÉME4TH Zsolt``."""
    place = place_in(chance, who.name)
    return str(who._replace(name=who.name[:place] + chance.choice("23456789") + who.name[place:]))


@one_signatory(NAMES, "SIG004")
def digit_for_a_letter_of_a_name(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zs0lt``."""
    place = place_in(chance, who.name, lambda letter: letter in "OoIl")
    digit = {"O": "0", "o": "0", "I": "1", "l": "1"}[who.name[place]]
    return str(who._replace(name=who.name[:place] + digit + who.name[place + 1 :]))


@one_signatory(NAMES, "SIG004")
def sign_in_a_name(chance: Random, who: Signatory) -> str:
    """``NÉM@ETH Zsolt``."""
    place = place_in(chance, who.name)
    return str(who._replace(name=who.name[:place] + chance.choice(_CHARACTERS) + who.name[place:]))


@one_signatory(NAMES, "SIG004")
def given_name_in_brackets(chance: Random, who: Signatory) -> str:
    """``NÉMETH (Zsolt)``."""
    name = who.full_name
    return str(who._replace(name=str(name._replace(given=f"({name.given})"))))


@one_signatory(NAMES, "SIG004")
def given_name_in_quotation_marks(chance: Random, who: Signatory) -> str:
    """``NÉMETH "Zsolt"``."""
    name = who.full_name
    return str(who._replace(name=str(name._replace(given=f'"{name.given}"'))))


@one_signatory(NAMES, "SIG004")
def line_numbered(chance: Random, who: Signatory) -> str:
    """``7. NÉMETH Zsolt``."""
    return f"{chance.randint(1, 24)}. {who}"


@one_signatory(NAMES, "SIG004")
def bullet_before_a_name(chance: Random, who: Signatory) -> str:
    """``• NÉMETH Zsolt``."""
    return f"• {who}"


@one_signatory(COMMAS, "SIG004")
def first_comma_lost(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt Hungary, ECPA``."""
    return f"{who.name} {who.country}, {who.group}"


@one_signatory(COMMAS, "SIG004")
def second_comma_lost(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary ECPA``."""
    return f"{who.name}, {who.country} {who.group}"


@one_signatory(COMMAS, "SIG004")
def both_commas_lost(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt Hungary ECPA``."""
    return " ".join(who)


@one_signatory(COMMAS, "SIG004")
def comma_doubled(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt,, Hungary, ECPA``."""
    return _divided(chance, who, chance.choice([",, ", ", , "]))


@one_signatory(COMMAS, "SIG004")
def semicolon_for_a_comma(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt; Hungary, ECPA``."""
    return _divided(chance, who, "; ")


@one_signatory(COMMAS, "SIG004")
def full_stop_for_a_comma(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary. ECPA``."""
    return _divided(chance, who, ". ")


@one_signatory(COMMAS, "SIG004")
def dash_for_a_comma(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt - Hungary, ECPA``."""
    return _divided(chance, who, chance.choice([" - ", " – "]))


@one_signatory(COMMAS, "SIG004")
def brackets_for_a_comma(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt (Hungary), ECPA``."""
    return f"{who.name} ({who.country}), {who.group}"


@one_signatory(COMMAS, "SIG004")
def all_commas_semicolons(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt; Hungary; ECPA``."""
    return "; ".join(who)


@one_signatory(COMMAS, "SIG004")
def tabs_for_commas(chance: Random, who: Signatory) -> str:
    """The fields as they come from a table."""
    return "\t".join(who)


@one_signatory(COMMAS, "SIG004")
def comma_between_names(chance: Random, who: Signatory) -> str:
    """``NÉMETH, Zsolt, Hungary, ECPA``."""
    name = who.full_name
    if name.title:
        raise UnfitError
    return str(who._replace(name=f"{name.surname}, {name.given}"))


@one_signatory(COMMAS, "SIG004")
def comma_at_the_end(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary, ECPA,``."""
    return f"{who},"


@one_signatory(COMMAS, "SIG004")
def comma_at_the_start(chance: Random, who: Signatory) -> str:
    """``, NÉMETH Zsolt, Hungary, ECPA``."""
    return f", {who}"


def _divided(chance: Random, who: Signatory, mark: str) -> str:
    """The fields with one of the two commas replaced."""
    marks = chance.choice([(mark, ", "), (", ", mark)])
    return f"{who.name}{marks[0]}{who.country}{marks[1]}{who.group}"


@one_signatory(FIELDS, "SIG006")
def group_lost(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary``."""
    return f"{who.name}, {who.country}"


@one_signatory(FIELDS, "SIG004|SIG006")
def group_lost_but_not_its_comma(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary,``."""
    return f"{who.name}, {who.country},"


@one_signatory(FIELDS, "SIG004")
def country_lost(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, ECPA``."""
    return f"{who.name}, {who.group}"


@one_signatory(FIELDS, "SIG004")
def country_empty(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, , ECPA``."""
    return f"{who.name}, , {who.group}"


@one_signatory(FIELDS, "SIG004")
def name_lost(chance: Random, who: Signatory) -> str:
    """``Hungary, ECPA``."""
    return f"{who.country}, {who.group}"


@one_signatory(FIELDS, "SIG004")
def name_empty(chance: Random, who: Signatory) -> str:
    """``, Hungary, ECPA``."""
    return f", {who.country}, {who.group}"


@one_signatory(FIELDS, "SIG004")
def country_and_group_swapped(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, ECPA, Hungary``."""
    return f"{who.name}, {who.group}, {who.country}"


@one_signatory(FIELDS, {"1995": "STA001", "2001": "STA001", **only("SIG004", *SINCE_2007, "web")})
def name_and_country_swapped(chance: Random, who: Signatory) -> str:
    """``Hungary, NÉMETH Zsolt, ECPA``."""
    return f"{who.country}, {who.name}, {who.group}"


@one_signatory(FIELDS, "SIG004")
def field_doubled(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary, Hungary, ECPA``."""
    place = chance.randrange(3)
    return ", ".join([*who[:place], who[place], *who[place:]])


@one_signatory(FIELDS, "SIG004")
def fourth_field(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zsolt, Hungary, ECPA, Substitute``."""
    return f"{who}, {chance.choice(['Substitute', 'Vice-President', 'Budapest'])}"


@one_signatory(FIELDS, "SIG004|STR005")
def line_cut_in_the_name(chance: Random, who: Signatory) -> str:
    """``NÉMETH Zs``."""
    return who.name[: chance.randrange(3, len(who.name))].rstrip()


@damage(FIELDS, "SIG004")
def two_signatories_on_one_line(chance: Random, draft: Draft) -> list[Line]:
    """A line end was lost between two members, or, on a web page, a semicolon."""
    lines = draft.all("signatory")
    place = chance.randrange(len(lines) - 1)
    first, second = lines[place : place + 2]
    marks = [" ", ", "] if draft.layout.is_web else [" ", ", ", "; "]
    first.text = f"{first.text}{chance.choice(marks)}{second.text}"
    draft.remove(second)
    return [first]


@damage(FIELDS, "SIG004|STR005")
def line_broken_after_the_name(chance: Random, draft: Draft) -> list[Line]:
    """``NÉMETH Zsolt,`` and ``Hungary, ECPA`` on two lines."""
    line = any_of(chance, draft.some("signatory"))
    who = fields(line)
    line.text = f"{who.name},"
    return [line, draft.add(Line("signatory", f"{who.country}, {who.group}"), line)]


@damage(FIELDS, "SIG004|STR005")
def line_broken_before_the_group(chance: Random, draft: Draft) -> list[Line]:
    """``NÉMETH Zsolt, Hungary,`` and ``ECPA`` on two lines."""
    line = any_of(chance, draft.some("signatory"))
    who = fields(line)
    line.text = f"{who.name}, {who.country},"
    return [line, draft.add(Line("signatory", who.group), line)]
