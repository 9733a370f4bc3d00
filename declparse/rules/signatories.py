"""Signatories: their lines, names, order and total."""

from bisect import bisect_right
from collections.abc import Iterator

from declparse.characters import collation_key, has_capitals
from declparse.document import Found, Malformed, Signatory, UnreadableLine
from declparse.findings import Edit, Severity
from declparse.rules.order import must_move
from declparse.rules.rule import Check, Count, Fault, Mend, Place, rule
from declparse.rules.structure import is_malformed_signatory, lines_in, runs_of
from declparse.source import Span

# The print layout has had surnames in capitals and given names since then; the lists of 2001 to 2003 had neither.
_FULL_NAMES_SINCE = "2007-01-01"


@rule(
    "SIG001",
    "total-mismatch",
    Severity.ERROR,
    "Total says {declared}, but {listed:signatory is|signatories are} listed",
    label="{listed:signatory is|signatories are} listed here",
    help="correct the total, or look for a missing or superfluous line",
    title="Change the total to {listed}",
)
def total_mismatch(check: Check) -> Iterator[Fault]:
    """The total is not the number of signatories.

    Nobody but the Table Office knows whether the total or the list is wrong, so the fix is only shown. Silent where a
    line that cannot be read or that is listed twice explains the difference.

    Wrong:
        Total = 22     after 23 signatories
    Right:
        Total = 23

    Source: the published declarations.
    """
    document = check.document
    cut_off = {"text", "list_heading"} <= check.missing  # the beginning is lost, and perhaps some of the list
    if not isinstance(document.total, Found) or "list" in check.missing or cut_off:
        return
    listed = len(document.signatories)
    lost = sum(max(1, line.text.count(",") // 2) for line in document.unreadable if line.zone == "list")
    if listed - len(check.repeated) <= document.total.value <= listed + lost:
        return
    span = document.total.span
    values = {"declared": Count(document.total.value), "listed": Count(listed)}
    spans = [signatory.span for signatory in document.signatories]
    labels = (Place(Span(min(spans).start, max(spans).end), values),) if spans else ()
    mend = Mend("display-only", (Edit(span.start, span.end, str(listed)),))
    yield Fault(span, values, labels=labels, mend=mend)


@rule(
    "SIG002",
    "repeated-signatory",
    Severity.ERROR,
    "{name} is listed a second time",
    several="{count} members are listed a second time, from {name} on",
    label="the first time",
    help="remove one of the two lines, and check the total",
)
def repeated_signatory(check: Check) -> Iterator[Fault]:
    """The same member stands in the list twice.

    Two members are the same when name and country agree; accents and capitals do not count.

    Wrong:
        TILKI Attila, Hungary, ECPA
        TILKI Attila, Hungary, ECPA
    Right:
        TILKI Attila, Hungary, ECPA

    Source: a member signs a declaration once (Rule 56).
    """
    run: list[tuple[Signatory, Signatory]] = []
    for later, first in check.repeated:
        if run and (later.position, first.position) != (run[-1][0].position + 1, run[-1][1].position + 1):
            yield _repetition(run)
            run = []
        run.append((later, first))
    if run:
        yield _repetition(run)


@rule(
    "SIG003",
    "out-of-order",
    Severity.WARNING,
    "{name} is not in alphabetical order: the line belongs {side} {neighbour}",
    label="here",
    help="move the line; after the tabler, who stands first, all follow in alphabetical order of their surnames",
)
def out_of_order(check: Check) -> Iterator[Fault]:
    """A signatory is not in alphabetical order.

    The first signatory is the member who tabled the declaration, all others follow in alphabetical order. Only the
    capitals of the surname count: not accents, particles, hyphens or apostrophes. One finding for each line that must
    move.

    Wrong:
        MIHAYLOVA Iskra, Bulgaria, NR
        KÖHLER Achim, Germany, ECPA
    Right:
        KÖHLER Achim, Germany, ECPA
        MIHAYLOVA Iskra, Bulgaria, NR

    Source: the 27 published lists that were checked.
    """
    others = _in_order_of_the_list(check)
    keys = [sort_key(signatory) for signatory in others]
    if keys == sorted(keys):
        return
    moving = must_move(keys)
    moved = set(moving)
    staying = [other for index, other in enumerate(others) if index not in moved]
    tops = [sort_key(other) for other in staying]
    for index in moving:
        place = bisect_right(tops, keys[index])
        side, neighbour = ("before", staying[place]) if place < len(staying) else ("after", staying[-1])
        values = {"name": _name(others[index]), "side": side, "neighbour": _name(neighbour)}
        yield Fault(others[index].span, values, labels=(Place(neighbour.span),))


@rule(
    "SIG004",
    "malformed-signatory",
    Severity.ERROR,
    "This line is not a signatory: '{text}'",
    several="These {lines} lines are not signatories: '{text}' …",
    comma="A comma is missing in '{text}'",
    characters="There is a character in '{text}' that no name has: '{character}'",
    help="write it like this: SURNAME Given names, Country, Group",
)
def malformed_signatory(check: Check) -> Iterator[Fault]:
    """A line of the list is not *name, country, group*.

    A line counts as a signatory's when it has a comma or a semicolon, or when it names a country or a group; others
    are STR005. The name has letters, blanks, hyphens, apostrophes and full stops only.

    Wrong:
        HOLLIK István Hungary, ECPA
    Right:
        HOLLIK István, Hungary, ECPA

    Source: the published lists since 2001.
    """
    lines = [line for line in check.document.unreadable if is_malformed_signatory(line)]
    for run in runs_of(check.document, lines):
        message, values = _what_is_wrong(run)
        yield Fault(Span(run[0].span.start, run[-1].span.end), values, message)


@rule(
    "SIG005",
    "surname-not-capitals",
    Severity.WARNING,
    "The surname of '{name}' is not in capitals",
    help="write the surname in capitals, as in: NÉMETH Zsolt",
)
def surname_not_capitals(check: Check) -> Iterator[Fault]:
    """A surname is not in capitals.

    Capitals tell surname and given names apart, and the order of the list goes by them. Particles may be small.

    Wrong:
        Kempf Martina, Germany, ECPA
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the published lists since 2007; those of 2001 to 2003 have no capitals.
    """
    if check.date is None or check.date < _FULL_NAMES_SINCE:
        return
    for signatory in check.document.signatories:
        if not signatory.in_capitals and signatory.given_names is not None:
            yield Fault(signatory.name_span, {"name": _name(signatory)})


@rule(
    "SIG006",
    "missing-group",
    Severity.ERROR,
    "{name} has no political group",
    help="add the group after the country; a member without group is NR",
)
def missing_group(check: Check) -> Iterator[Fault]:
    """A signatory has no political group.

    Members who belong to none are written with NR.

    Wrong:
        KEMPF Martina, Germany
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the published lists since 2001.
    """
    for signatory in check.document.signatories:
        if signatory.group is None:
            yield Fault(signatory.span, {"name": _name(signatory)})


@rule(
    "SIG007",
    "malformed-total",
    Severity.ERROR,
    "'{text}' is not a total; expected 'Total =' and a number",
    help="write it like this: Total = {listed}",
)
def malformed_total(check: Check) -> Iterator[Fault]:
    """The total is not a number.

    Wrong:
        Total = XX
    Right:
        Total = 23

    Source: the published declarations since 2007.
    """
    total = check.document.total
    if isinstance(total, Malformed):
        yield Fault(total.span, {"text": total.text, "listed": len(check.document.signatories)})


@rule(
    "SIG008",
    "missing-given-name",
    Severity.WARNING,
    "{name} has no given name",
    capitals="The given name of '{name}' cannot be told from the surname: all is in capitals",
    help="add the given name after the surname",
    help_capitals="write only the surname in capitals, as in: NÉMETH Zsolt",
)
def missing_given_name(check: Check) -> Iterator[Fault]:
    """A signatory has a surname only.

    Two members can share a surname, so the given name is needed to tell who signed.

    Wrong:
        KEMPF, Germany, ECPA
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the published lists since 2007; those of 2001 to 2003 have no given names.
    """
    if check.date is None or check.date < _FULL_NAMES_SINCE:
        return
    for signatory in check.document.signatories:
        if signatory.given_names is None:
            key = "_capitals" if " " in signatory.surname and signatory.surname.isupper() else ""
            yield Fault(signatory.name_span, {"name": _name(signatory)}, key.lstrip("_") or "message", f"help{key}")


def _repetition(run: list[tuple[Signatory, Signatory]]) -> Fault:
    """The fault of members that are listed again one after the other."""
    later, first = run[0]
    span = Span(later.span.start, run[-1][0].span.end)
    values = {"name": _name(later), "count": len(run)}
    return Fault(span, values, "message" if len(run) == 1 else "several", labels=(Place(first.span),))


def _in_order_of_the_list(check: Check) -> list[Signatory]:
    """The signatories whose order can be judged.

    Not the tabler; not those listed twice, of whom nobody knows which line is the right one; not those in another
    place than the list; not those whose surname cannot be told.
    """
    unclear = {signatory.position for pair in check.repeated for signatory in pair}
    displaced = [part.span for part in check.document.displaced if part.part == "list"]
    unclear |= {
        signatory.position
        for signatory in check.document.signatories
        if not signatory.in_capitals or any(span.start <= signatory.span.start < span.end for span in displaced)
    }
    return [s for s in check.document.signatories if not s.tabler and s.position not in unclear]


def sort_key(signatory: Signatory) -> str:
    """What a list is ordered by: the words of the surname that are in capitals, without the particles before them."""
    words = signatory.surname.split()
    if len(words) == 1:
        return collation_key(signatory.surname)
    first = next((index for index, word in enumerate(words) if has_capitals(word)), 0)
    return collation_key(" ".join(words[first:]))


def _what_is_wrong(run: list[UnreadableLine]) -> tuple[str, dict[str, object]]:
    """The text that fits the lines, and its values."""
    text = run[0].text.partition("\n")[0]
    values: dict[str, object] = {"text": text, "lines": lines_in(run)}
    if lines_in(run) > 1:
        return "several", values
    name = text.split(",", 1)[0]
    strange = [c for c in name if not c.isalpha() and c not in " '’‘ʼ`-‐‑.;:/" and not "\u0300" <= c <= "\u036f"]
    if strange:
        return "characters", values | {"character": strange[0]}
    return ("comma" if text.count(",") < 2 and ";" not in text else "message"), values


def _name(signatory: Signatory) -> str:
    return " ".join(part for part in (signatory.surname, signatory.given_names) if part)
