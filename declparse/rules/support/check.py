"""What a rule may look at: one document, with facts that several rules need."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cached_property

from declparse.characters.collation import collation_key
from declparse.document import Document, Found, Language, Malformed, Signatory, Text
from declparse.reference import groups, numbers, states
from declparse.reference.certainty import Answer
from declparse.reference.rule_tables import FIRST_DAY, Threshold
from declparse.reference.state_tables import CountryName
from declparse.rules.support import parts
from declparse.rules.support.shapes import shape

_NUMBERED = ("document", "declaration")


class Check:
    """A document and the day it is checked on, with facts about both that several rules need."""

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
        self.draft = draft  # True if numbers and date may still be open
        self._thresholds = thresholds  # from the settings, in place of those of the Rules

    @property
    def language(self) -> Language:
        """The language of the document; English if it is not known."""
        return self.document.language or "en"

    @cached_property
    def text(self) -> str:
        """The text of the source with all masked that is no part of the document: nothing in it is a fault."""
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
        """The date of the document, in ISO form, if it can be trusted.

        It must be readable, possible, not too early and not in the future, and at least one number must fit it. A draft
        without a date is judged as of today.
        """
        if self.draft and (self.document.date is None or self.is_open(self.document.date)):
            return self.today
        return self.own_date if len(self.implausible) < len(_NUMBERED) else None

    @cached_property
    def own_date(self) -> str | None:
        """The date of the document, in ISO form, if it is readable, possible, not too early and not in the future."""
        iso = self.document.iso_date
        return iso if iso is not None and FIRST_DAY <= iso <= self.today else None

    @cached_property
    def implausible(self) -> list[tuple[Found[int], numbers.Range]]:
        """The numbers that are far from those of documents of that day, each with the plausible range."""
        far: list[tuple[Found[int], numbers.Range]] = []
        for kind in _NUMBERED if self.own_date else ():
            number = getattr(self.document, f"{kind}_number")
            plausible = numbers.plausible(kind, self.own_date or "")
            if isinstance(number, Found) and plausible and not plausible.lowest <= number.value <= plausible.highest:
                far.append((number, plausible))
        return far

    def threshold(self, quantity: str) -> Threshold | None:
        """Return what the settings, or else the Rules of that day, ask for; None if that is not known."""
        if self.date is None:
            return None
        if quantity in self._thresholds:
            return Threshold(quantity, self._thresholds[quantity], FIRST_DAY, None, "A", "the settings")
        return numbers.threshold(quantity, self.date)

    def is_open(self, part: object) -> bool:
        """True if a part of a draft is a placeholder: ``Doc. …``, ``No. [ ]``, ``XX July 2025``."""
        return self.draft and isinstance(part, Malformed) and shape("OPEN_IN_A_DRAFT").search(part.text) is not None

    @cached_property
    def missing(self) -> frozenset[str]:
        """The names of the missing parts."""
        return frozenset(part.part for part in self.document.missing)

    @cached_property
    def lacks_beginning(self) -> bool:
        """True if the beginning of the text is lost, and perhaps some of the list with it."""
        return {"text", "list_heading"} <= self.missing

    @cached_property
    def lacks_end(self) -> bool:
        """True if the end of the text is lost, and perhaps some of the list with it."""
        return {"total", "legend"} <= self.missing

    @cached_property
    def countries(self) -> dict[str, CountryName | None]:
        """The row in the reference tables, or None, for each spelling of a country in the list."""
        return {name: states.find(name) for name in self.by_country}

    @cached_property
    def by_country(self) -> dict[str, list[Signatory]]:
        """The signatories by the spelling of their country."""
        countries: dict[str, list[Signatory]] = {}
        for signatory in self.document.signatories:
            countries.setdefault(str(signatory.country), []).append(signatory)
        return countries

    @cached_property
    def statuses(self) -> dict[str, states.Status]:
        """What each known country, by its spelling in the list, was to the Assembly on the date of the document."""
        date = self.date
        return {name: states.status(row.code, date) for name, row in self.countries.items() if row and date}

    def country(self, signatory: Signatory) -> CountryName | None:
        """Return the signatory's country in the reference tables; None if it is not known."""
        return self.countries[signatory.country]

    @cached_property
    def groups(self) -> dict[str, list[Text]]:
        """The places of each group in the list, by its English abbreviation."""
        used: dict[str, list[Text]] = {}
        for signatory in self.document.signatories:
            if signatory.group is not None:
                used.setdefault(groups.key(signatory.group), []).append(signatory.group)
        return used

    def example(self, part: str) -> str | None:
        """Return an example of that part in the language and layout of the document; None for title and text."""
        return parts.example(self.document, part)

    def written(self, group: str) -> str:
        """Return the abbreviation of a group, given in English, in the language of the document."""
        return groups.written(group, self.language)

    @cached_property
    def declared(self) -> dict[str, list[Text]]:
        """The places of each group in the legend, by its English abbreviation."""
        declared: dict[str, list[Text]] = {}
        for entry in self.document.legend:
            declared.setdefault(groups.key(entry.abbreviation), []).append(entry.abbreviation)
        return declared

    @cached_property
    def repeated(self) -> list[tuple[Signatory, Signatory]]:
        """The members who are listed again, each with the line that lists them first."""
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
        """The signatories who count: each once, and none from a country that is certainly not a member state."""
        again = {signatory.position for signatory, _ in self.repeated}
        barred = {n for n, status in self.statuses.items() if status.answer not in (Answer.YES, Answer.UNSURE)}
        return [s for s in self.document.signatories if s.position not in again and s.country not in barred]
