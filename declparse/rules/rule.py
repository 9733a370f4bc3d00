"""What a rule is, what it yields, and what it may look at."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from inspect import cleandoc
from types import MappingProxyType
from typing import Generic, NamedTuple, Never, TypeVar

from declparse.characters.collation import collation_key
from declparse.document import Document, Found, Language, Malformed, Signatory, Text
from declparse.findings import Edit, Safety, Severity
from declparse.reference import groups, numbers, states
from declparse.reference.certainty import Answer
from declparse.reference.rule_tables import FIRST_DAY, Threshold
from declparse.reference.state_tables import CountryName
from declparse.rules.shapes import shape
from declparse.source import SourceText, Span
from declparse.wording import Lang

Values = Mapping[str, object]

_NUMBERED = ("document", "declaration")
_ALL = 3  # signatories, at least, of whom something can be said together
# What stands for what is not known yet: signs in its place, a month without a day, nothing that is a number.


class Place(NamedTuple):
    """Another place of a fault: which text of the rule labels it, and the values for that text.

    ``source`` is the text it stands in, where that is another one.
    """

    span: Span
    values: Values = MappingProxyType({})
    text: str = "label"
    source: SourceText | None = None


class Mend(NamedTuple):
    """How to mend a fault, and which text of the rule says so."""

    safety: Safety
    edits: tuple[Edit, ...]
    title: str = "title"


class Fault(NamedTuple):
    """What a rule yields: facts only. The words are in the rule's texts, chosen by key and filled with the values."""

    span: Span
    values: Values = MappingProxyType({})
    message: str = "message"
    help: str = "help"
    severity: Severity | None = None  # where it is not the rule's own
    labels: tuple[Place, ...] = ()
    mend: Mend | None = None


def at_all(
    places: Sequence[Text],
    values: Values,
    message: str = "message",
    help: str = "help",  # noqa: A002 - the field of Fault has this name
    severity: Severity | None = None,
    mend: Mend | None = None,
) -> Fault:
    """A fault of words that stand in several places: it stands at the first, the others are labels."""
    first, *others = (place.span for place in places)
    return Fault(first, values, message, help, severity, tuple(map(Place, others)), mend)


class Check:
    """One document and the day it is checked on, with what several rules need to know about both."""

    def __init__(
        self,
        document: Document,
        today: dt.date,
        *,
        draft: bool,
        thresholds: Mapping[str, int],
    ) -> None:
        self.document = document
        self.today = today.isoformat()
        self.draft = draft  # whether numbers and date may still be open
        self._thresholds = thresholds  # an assembly's own, in place of those of the Rules

    @property
    def language(self) -> Language:
        """The language of the document: English where it is not known."""
        return self.document.language or "en"

    @cached_property
    def text(self) -> str:
        """The text of the source; what is no part of the document is covered up: whatever stands there is no fault."""
        return self.covered("x")

    def covered(self, letter: str) -> str:
        """Return the text of the source with this letter in place of all but line ends in what is no part of it."""
        text, done = self.document.source.text, 0
        pieces: list[str] = []
        for start, end in sorted((*self.document.outside, *self.document.furniture)):
            pieces += text[done:start], re.sub("[^\r\n]", letter, text[start:end])
            done = end
        return "".join([*pieces, text[done:]]) if pieces else text

    @cached_property
    def date(self) -> str | None:
        """The date of the document, ISO, where it can be trusted.

        It is readable, possible, not too early and not in the future, and not both numbers are of another time. A draft
        without a date is judged as of today.
        """
        if self.draft and (self.document.date is None or self.is_open(self.document.date)):
            return self.today
        return self.own_date if len(self.implausible) < len(_NUMBERED) else None

    @cached_property
    def own_date(self) -> str | None:
        """The date as the document has it, ISO: readable, possible, not too early and not in the future."""
        iso = self.document.iso_date
        return iso if iso is not None and FIRST_DAY <= iso <= self.today else None

    @cached_property
    def implausible(self) -> list[tuple[Found[int], numbers.Range]]:
        """The numbers that are far from those that documents of that day have, and which those are."""
        far: list[tuple[Found[int], numbers.Range]] = []
        for kind in _NUMBERED if self.own_date else ():
            number = getattr(self.document, f"{kind}_number")
            plausible = numbers.plausible(kind, self.own_date or "")
            if isinstance(number, Found) and plausible and not plausible.lowest <= number.value <= plausible.highest:
                far.append((number, plausible))
        return far

    def threshold(self, quantity: str) -> Threshold | None:
        """What the Rules, or the settings in their place, ask for on the day of the document; None where unknown."""
        if self.date is None:
            return None
        if quantity in self._thresholds:
            return Threshold(quantity, self._thresholds[quantity], FIRST_DAY, None, "A", "the settings")
        return numbers.threshold(quantity, self.date)

    def is_open(self, part: object) -> bool:
        """Whether a part of a draft is a placeholder: ``Doc. …``, ``No. [ ]``, ``XX July 2025``."""
        return self.draft and isinstance(part, Malformed) and shape("OPEN_IN_A_DRAFT").search(part.text) is not None

    @cached_property
    def missing(self) -> frozenset[str]:
        """The names of the parts that are missing."""
        return frozenset(part.part for part in self.document.missing)

    @cached_property
    def countries(self) -> dict[str, CountryName | None]:
        """For each way in which a country is written in the list, its row in the reference tables."""
        return {name: states.find(name) for name in self.by_country}

    @cached_property
    def by_country(self) -> dict[str, list[Signatory]]:
        """The signatories, by the way in which their country is written."""
        countries: dict[str, list[Signatory]] = {}
        for signatory in self.document.signatories:
            countries.setdefault(str(signatory.country), []).append(signatory)
        return countries

    @cached_property
    def statuses(self) -> dict[str, states.Status]:
        """For each known country, as written in the list, what it was to the Assembly on the date of the document."""
        date = self.date
        return {name: states.status(row.code, date) for name, row in self.countries.items() if row and date}

    def country(self, signatory: Signatory) -> CountryName | None:
        """The signatory's country in the reference tables; None where it is not known."""
        return self.countries[signatory.country]

    @cached_property
    def groups(self) -> dict[str, list[Text]]:
        """The groups of the signatories, by their English abbreviations, and where each stands."""
        used: dict[str, list[Text]] = {}
        for signatory in self.document.signatories:
            if signatory.group is not None:
                used.setdefault(groups.key(signatory.group), []).append(signatory.group)
        return used

    def example(self, part: str) -> str | None:
        """How that part looks in a document of this language and layout; None for those that differ in each."""
        from declparse.rules import examples  # needed for findings only

        return examples.example(self.document, part)

    def written(self, group: str) -> str:
        """How a document in this language writes the group with that English abbreviation."""
        return groups.written(group, self.language)

    @cached_property
    def declared(self) -> dict[str, list[Text]]:
        """The abbreviations of the legend, in English, and where each stands."""
        declared: dict[str, list[Text]] = {}
        for entry in self.document.legend:
            declared.setdefault(groups.key(entry.abbreviation), []).append(entry.abbreviation)
        return declared

    @cached_property
    def repeated(self) -> list[tuple[Signatory, Signatory]]:
        """The members that are listed again, each with the place where they stand first."""
        first: dict[tuple[str, str], Signatory] = {}
        repeated: list[tuple[Signatory, Signatory]] = []
        for signatory in self.document.signatories:
            known = self.country(signatory)
            country = known.code if known else str(signatory.country)
            key = (collation_key(signatory.name), country)
            if first.setdefault(key, signatory) is not signatory:
                repeated.append((signatory, first[key]))
        return repeated

    @cached_property
    def counted(self) -> list[Signatory]:
        """The signatories who count: none twice, and none of a country that is certainly no member state."""
        again = {signatory.position for signatory, _ in self.repeated}
        barred = {n for n, status in self.statuses.items() if status.answer not in (Answer.YES, Answer.UNSURE)}
        return [s for s in self.document.signatories if s.position not in again and s.country not in barred]


def together(check: Check, faults: list[Fault]) -> list[Fault]:
    """The faults; as a single one where every signatory has it, since that is one slip."""
    if len(faults) < _ALL or len(faults) < len(check.document.signatories):
        return faults
    first, *others = faults
    values = {**first.values, "count": len(faults)}
    return [first._replace(values=values, message="all", labels=tuple(Place(other.span) for other in others))]


# What a rule looks at: one document, two side by side, or one in a collection.
Subject = TypeVar("Subject", contravariant=True)
S = TypeVar("S")


class RuleOn(NamedTuple, Generic[Subject]):
    """A rule: its row in the table, its texts, and the function that finds its faults in what it looks at.

    The texts are English; ``declparse.rules.french`` has the same rules with French ones. The English page is the
    docstring of the function; a text ``page`` stands in its place.
    """

    code: str
    name: str
    severity: Severity
    texts: Mapping[str, str]
    find: Callable[[Subject], Iterator[Fault]]
    lang: Lang = "en"

    @property
    def page(self) -> str:
        """The explanation: what, why, a wrong and a right example, the source."""
        return cleandoc(self.texts.get("page") or self.find.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.page.partition("\n")[0]

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code[:3]


# Any rule, whatever it looks at.
Rule = RuleOn[Never]


def rule(
    code: str, name: str, severity: Severity, message: str, /, **texts: str
) -> Callable[[Callable[[S], Iterator[Fault]]], RuleOn[S]]:
    """Makes a rule of a function.

    The texts are templates: ``message``, and by their keys help, labels, title of the fix, other messages.
    """

    def make(function: Callable[[S], Iterator[Fault]]) -> RuleOn[S]:
        return RuleOn(code, name, severity, {"message": message, **texts}, function)

    return make
