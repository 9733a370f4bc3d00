"""Comparison: what a new edition or a translation must share with the document that it comes from."""

from collections.abc import Iterator

from declparse.findings import Severity
from declparse.rules.differences import (
    added,
    alone,
    altered,
    edition_fault,
    in_old,
    lost,
    other_date,
    other_disclaimer,
    other_edition,
    other_total,
    quoted,
    tabled_fault,
)
from declparse.rules.rule import Fault, RuleOn, rule
from declparse.rules.side_by_side import Comparison, around, key
from declparse.wording import Count

# Of a part that only one of the two documents has.
_ALONE = {
    "alone": "Only one of the two documents has this part, so it cannot be compared: {part}",
    "help_alone": "add it, and compare again",
}


@rule(
    "CMP001",
    "identity-changed",
    Severity.ERROR,
    "This is {name}, but the old edition is {other}",
    apart="This is {name}, another declaration than {other}",
    one="This is {name}, but {other} in the other layout of the same edition",
    label="the number there",
    help="a new edition keeps both numbers; correct the number, or compare another document",
    help_apart="compare two editions, or the two languages, of one declaration",
    help_one="see which of the two is right",
    **_ALONE,
)
def identity_changed(pair: Comparison) -> Iterator[Fault]:
    """The new document has another declaration number or document number.

    A new edition keeps both numbers, and so do a translation and the page of the web site. Where no number agrees, the
    documents do not belong together, and nothing else is compared.

    Wrong:
        Doc. 16225     and     Doc. 16226 2nd edition
    Right:
        Doc. 16225     and     Doc. 16225 2nd edition

    Source: Rule 56.3; declaration 320, second edition.
    """
    if pair.belong_together and pair.relation == "translation":
        return  # CMP007 says so
    different = pair.different_numbers
    if not different:
        yield from alone(pair, "document_number", "declaration_number")
        return
    kind, old, new = different[-1]
    values = {"name": f"{kind} {new.value}", "other": f"{kind} {old.value}"}
    message, help_text = ("one", "help_one") if pair.is_one_edition else ("message", "help")
    if not pair.belong_together:
        message, help_text = "apart", "help_apart"
    yield Fault(new.span, values, message, help_text, labels=(in_old(pair, old.span),))


@rule(
    "CMP002",
    "title-changed",
    Severity.ERROR,
    "The title is '{found}', but '{expected}' in the old edition",
    label="the title there",
    help="a new edition keeps the title",
    **_ALONE,
)
def title_changed(pair: Comparison) -> Iterator[Fault]:
    """The new edition has another title.

    The form of apostrophes, quotation marks and dashes does not count.

    Wrong:
        Amnesty laws in Kazakhstan     in place of     Amnesty law in Kazakhstan
    Right:
        Amnesty law in Kazakhstan      in both editions

    Source: Rule 56.3: only signatures are added.
    """
    if pair.relation != "edition":
        return
    yield from alone(pair, "title")
    old, new = pair.old.title, pair.new.title
    if old is not None and new is not None and key(old) != key(new):
        yield Fault(new.span, {"found": new, "expected": old}, labels=(in_old(pair, old.span),))


@rule(
    "CMP003",
    "text-changed",
    Severity.ERROR,
    "The text has '{found}' where the old edition has '{expected}'",
    added="The text has '{found}', which the old edition does not have",
    removed="The text lacks '{expected}', which the old edition has",
    another="The text is another than that of the old edition",
    disclaimer="The disclaimer has other words than that of the old edition",
    label="in the old edition",
    help="restore the text; a new edition adds signatures and changes nothing else",
    **_ALONE,
)
def text_changed(pair: Comparison) -> Iterator[Fault]:
    """The new edition has another text.

    Each change is one finding. How the text is divided into lines and paragraphs does not count, nor does the form of
    apostrophes, quotation marks and dashes. In print the disclaimer stays as well; the web site has its current one.

    Wrong:
        We condemn the law.     in place of     We regret the law.
    Right:
        We regret the law.      in both editions

    Source: Rule 56.3: only signatures are added.
    """
    if pair.relation != "edition":
        return
    yield from other_disclaimer(pair)
    missing = [*alone(pair, "text")]
    yield from missing
    before, after = pair.words
    if missing or not before or not after or pair.same_text:
        return
    from declparse.rules.text_changes import changes  # needed for findings only

    found = changes(before, after)
    if found is None:
        whole = around(word.span for word in after)
        yield Fault(whole, {}, "another", labels=(in_old(pair, around(word.span for word in before)),))
        return
    for kind, old, new in found:
        values = {"found": quoted(pair.new, new), "expected": quoted(pair.old, old)}
        yield Fault(new, values, kind, labels=(in_old(pair, old),))


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
    **_ALONE,
)
def signature_withdrawn(pair: Comparison) -> Iterator[Fault]:
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
            for fault in (*lost(pair, "missing"), *added(pair)):
                yield fault._replace(help="help_one")
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
def signatory_altered(pair: Comparison) -> Iterator[Fault]:
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


@rule(
    "CMP006",
    "edition-out-of-order",
    Severity.ERROR,
    "This edition is dated {found}, which is not after the old one of {expected}",
    number="This is edition {found}, but edition {expected} was expected after the old one",
    both="This is no later edition: it has the date {date} of the old one, and edition {expected} was expected",
    exchanged="This is the older edition: edition {found} of {date}, compared with edition {old} of {old_date}",
    tabled="This edition says that it was tabled on {found}, but the old one says {expected}",
    skipped="This is edition {found}, compared with edition {old}; there are others between them",
    one="The date is {found}, but {expected} in the other layout of the same edition",
    label="in the old edition",
    label_exchanged="in the document that was named first",
    label_one="in the other layout",
    help="give the new edition a later date and the next number",
    help_exchanged="name the older document first",
    help_tabled="correct the day of the first edition",
    help_skipped="compare with the edition before",
    help_one="see which of the two is right",
    **_ALONE,
)
def edition_out_of_order(pair: Comparison) -> Iterator[Fault]:
    """The new edition is not later than the old one, or not numbered as such.

    Where only editions between the two are left out, that is `info`. The print and the web page of one edition may be
    compared as well; they have one date.

    Wrong:
        10 July 2025, 2nd edition      after     10 July 2025
    Right:
        1 October 2025, 2nd edition    after     10 July 2025

    Source: Rule 56.3; declaration 320, second edition.
    """
    if pair.relation != "edition":
        return
    yield from alone(pair, "date")
    if pair.equal:
        return
    if pair.is_one_edition:
        yield from other_date(pair, "one", "help_one", "label_one")
        return
    wrong = edition_fault(pair)
    if wrong is not None:
        yield wrong
    tabled = tabled_fault(pair)
    if tabled is not None and wrong is None:
        yield tabled


@rule(
    "CMP007",
    "translation-differs",
    Severity.ERROR,
    "{name} signs as '{found}', but in the other language as '{expected}'",
    written="'{found}' is written '{expected}' in the other language",
    tabled="Here {name} stands first and tabled the declaration, but {tabler} in the other language",
    replaced="'{found}' signs here, but '{expected}' in the other language",
    missing="{name} is missing, but signs in the other language",
    several="{number:signatory|signatories} of the other language are missing, from {name} on",
    added="{name} signs, but is missing in the other language",
    several_added="{number:signatory is|signatories are} missing in the other language, from {name} on",
    number="This is {name}, but {other} in the other language",
    edition="This is edition {found}, but edition {expected} in the other language",
    date="The date is {found}, but {expected} in the other language",
    total="The total is {found}, but {expected} in the other language",
    label="in the other language",
    label_place="the list of the other language",
    help="see which of the two is right",
    **_ALONE,
)
def translation_differs(pair: Comparison) -> Iterator[Fault]:
    """A translation and its original do not agree in numbers, date, signatories, countries, groups or total.

    Countries and groups are compared by what they mean: *Germany* and *Allemagne*, *EPP/CD* and *PPE/DC* agree. A line
    that is missing explains a total that is one less.

    Wrong:
        KEMPF Martina, Autriche, ECPA      for     KEMPF Martina, Germany, ECPA
    Right:
        KEMPF Martina, Allemagne, ECPA     for     KEMPF Martina, Germany, ECPA

    Source: the Assembly publishes each declaration in English and in French.
    """
    if pair.relation != "translation":
        return
    if pair.old.edition_number != pair.new.edition_number:
        yield other_edition(pair)
        return
    yield from alone(pair, "document_number", "declaration_number", "date", "title", "text", "list")
    for kind, old, new in pair.different_numbers:
        values = {"name": f"{kind} {new.value}", "other": f"{kind} {old.value}"}
        yield Fault(new.span, values, "number", labels=(in_old(pair, old.span),))
    yield from other_date(pair)
    yield from altered(pair)
    yield from lost(pair, "missing")
    yield from added(pair)
    yield from other_total(pair)


@rule(
    "CMP008",
    "paragraphs-differ",
    Severity.WARNING,
    "The text has {found:paragraph|paragraphs}, but {expected} in the other language",
    label="the text of the other language",
    help="see whether a paragraph is missing, or divided in two",
)
def paragraphs_differ(pair: Comparison) -> Iterator[Fault]:
    """A translation has another number of paragraphs than its original.

    Wrong:
        four paragraphs in English, three in French
    Right:
        four paragraphs in both

    Source: the Assembly publishes each declaration in English and in French.
    """
    old, new = pair.old.paragraphs, pair.new.paragraphs
    if pair.relation == "translation" and old and new and len(old) != len(new):
        values = {"found": Count(len(new)), "expected": len(old)}
        label = in_old(pair, around(paragraph.span for paragraph in old))
        yield Fault(around(paragraph.span for paragraph in new), values, labels=(label,))


RULES: tuple[RuleOn[Comparison], ...] = (
    identity_changed,
    title_changed,
    text_changed,
    signature_withdrawn,
    signatory_altered,
    edition_out_of_order,
    translation_differs,
    paragraphs_differ,
)

# The rules that compare two editions in one language where both have a translation: it shares the rest.
OF_THE_TEXT = (title_changed, text_changed)

# The rules for two publications of one edition, print and web.
OF_ONE_EDITION = (identity_changed, *OF_THE_TEXT, signature_withdrawn, signatory_altered, edition_out_of_order)
