"""Signatories who are in only one of two documents, or differ between them."""

from collections.abc import Iterator

from declparse.document import Document, Signatory
from declparse.findings import Severity
from declparse.rules.comparison.places import ALONE, alone, in_old, quoted
from declparse.rules.support.matching import is_another_country, is_another_group
from declparse.rules.support.pairing import Comparison, around
from declparse.rules.support.rule import BareFinding, rule
from declparse.source import Span
from declparse.wording import Count

_FEW = 3  # signatures, up to which each has its own finding


@rule(
    "CMP004",
    "signature-withdrawn",
    Severity.ERROR,
    "The signature of {name} is missing",
    several="{number:signature|signatures} of the old edition are missing, from {name} on",
    label="signed there",
    help="put the line back; no signature can be withdrawn",
    help_several="put the lines back; no signature can be withdrawn",
    missing="{name} signs in the other layout, but not here",
    added="{name} signs here, but not in the other layout",
    several_added="{number:signatory is|signatories are} missing in the other layout, from {name} on",
    label_place="the list in the other layout",
    help_one="see which of the two is right",
    **ALONE,
)
def signature_withdrawn(pair: Comparison) -> Iterator[BareFinding]:
    """A member who signed the old edition is not in the list of the new one.

    Signatures can be added until the close of the next part-session, and none can be withdrawn. A member who may stand
    on a line that could not be read is not missed; `check` reports that line. Print and web page of one edition have
    the same members.

    Wrong:
        TILKI Attila, Hungary, ECPA     in the old edition only
    Right:
        TILKI Attila, Hungary, ECPA     in both editions

    Source: Rule 56.3.
    """
    if pair.relation == "edition":
        yield from alone(pair, "list")
        if pair.is_one_edition:
            for finding in (*lost(pair, "missing"), *added(pair)):
                yield finding._replace(help="help_one")
        else:
            yield from lost(pair)


@rule(
    "CMP005",
    "signatory-altered",
    Severity.WARNING,
    "{name} signs as '{found}', but in the old edition as '{expected}'",
    written="'{found}' is written '{expected}' in the old edition",
    tabled="{tabler} tabled the declaration, but now {name} stands first",
    label="in the old edition",
    help="see which of the two is right",
)
def signatory_altered(pair: Comparison) -> Iterator[BareFinding]:
    """The same member has another country, group or name in the new edition.

    A name is another where it differs in a few letters; accents and apostrophes do not count. Nor does another name of
    the same country or group. The member who tabled the declaration stays the first in the list.

    Wrong:
        TILKI Attila, Hungary, NR       after     TILKI Attila, Hungary, ECPA
    Right:
        TILKI Attila, Hungary, ECPA     in both editions

    Source: Rule 56.3: only signatures are added.
    """
    if pair.relation == "edition":
        yield from altered(pair)


def lost(pair: Comparison, message: str = "message") -> Iterator[BareFinding]:
    """Yield findings for those who signed only the old document, each where the line belongs.

    If most signatories are missing, there is one finding for all.
    """
    replaced = {old.position for old, _ in pair.replaced}
    absent = [signatory for signatory in pair.matching.lost if signatory.position not in replaced]
    if not absent or not pair.new.signatories:  # STR002 reports a missing list
        return
    if len(absent) > _FEW and len(absent) > len(pair.matching.both):
        values = {"number": Count(len(absent)), "name": absent[0].name}
        help_text = "help" if message == "missing" else "help_several"
        whole = around(signatory.span for signatory in pair.new.signatories)
        yield BareFinding(whole, values, "several", help_text, labels=tuple(in_old(pair, s.span) for s in absent))
        return
    for signatory in absent:
        place = _place(signatory, pair.matching.both, pair.new)
        yield BareFinding(place, {"name": signatory.name}, message, labels=(in_old(pair, signatory.span),))


def _place(lost: Signatory, both: list[tuple[Signatory, Signatory]], new: Document) -> Span:
    """Return where the line of a signatory belongs: before the next who signed both documents, else at the end."""
    following = [there for here, there in both if here.position > lost.position and here.position > 1]
    if lost.position == 1:
        start = new.signatories[0].span.start
    else:
        start = min(following, key=lambda s: s.position).span.start if following else new.signatories[-1].span.end
    return Span(start, start)


def added(pair: Comparison) -> Iterator[BareFinding]:
    """Yield findings for those who signed only the new document."""
    replacing = {new.position for _, new in pair.replaced}
    others = [signatory for signatory in pair.matching.added if signatory.position not in replacing]
    if not others or not pair.old.signatories:
        return
    whole = in_old(pair, around(signatory.span for signatory in pair.old.signatories), "label_place")
    if len(others) > _FEW and len(others) > len(pair.matching.both):
        if not len(pair.matching.lost) > len(pair.matching.both):  # else `lost` has reported that the lists differ
            values = {"number": Count(len(others)), "name": others[0].name}
            yield BareFinding(others[0].span, values, "several_added", labels=(whole,))
        return
    for signatory in others:
        yield BareFinding(signatory.span, {"name": signatory.name}, "added", labels=(whole,))


def altered(pair: Comparison) -> Iterator[BareFinding]:
    """Yield a finding for each member with another country, group or spelling, and for another first signatory."""
    if pair.other_tabler is not None:
        tabler, first = pair.other_tabler
        values = {"name": first.name, "tabler": tabler.name}
        yield BareFinding(first.name_span, values, "tabled", labels=(in_old(pair, tabler.name_span),))
    for old, new in pair.matching.renamed:
        values = {"found": new.name, "expected": old.name}
        yield BareFinding(new.name_span, values, "written", labels=(in_old(pair, old.name_span),))
    for old, new in pair.replaced:
        values = {"found": new.name, "expected": old.name}
        yield BareFinding(new.name_span, values, "replaced", labels=(in_old(pair, old.name_span),))
    for old, new in pair.matching.same:
        country, group = is_another_country(old, new), is_another_group(old, new)
        if country or group:
            here, there = (_fields(s, country=country, group=group) for s in (new, old))
            values = {"name": new.name, "found": quoted(pair.new, here), "expected": quoted(pair.old, there)}
            yield BareFinding(here, values, labels=(in_old(pair, there),))


def _fields(signatory: Signatory, *, country: bool, group: bool) -> Span:
    """Return where the country, the group, or both are."""
    parts = [signatory.country] if country else []
    parts += [signatory.group] if group and signatory.group is not None else []
    return around(part.span for part in parts)
