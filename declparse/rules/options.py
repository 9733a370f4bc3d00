"""The options of a check: the day, the profile, the rules, their thresholds, and the language of the messages."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from declparse.document import Document
from declparse.findings import Severity
from declparse.rules.support import selection
from declparse.rules.support.check import Check
from declparse.wording import Lang

Profile = Literal["draft", "published"]
THRESHOLDS = ("signatories", "delegations", "groups", "words")


class Options(NamedTuple):
    """The options of a check, validated once and then used for any number of documents.

    Selecting rules filters findings: it does not change which rule explains a fault.
    """

    today: dt.date
    profile: Profile
    selected: frozenset[str]  # codes; empty for every rule
    ignored: frozenset[str]
    severities: Mapping[str, Severity]  # by code
    thresholds: Mapping[str, int]
    lang: Lang

    @classmethod
    def of(
        cls,
        *,
        today: dt.date | None = None,
        profile: Profile = "published",
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        severity: Mapping[str, Severity] = MappingProxyType({}),
        thresholds: Mapping[str, int] = MappingProxyType({}),
        lang: Lang = "en",
    ) -> "Options":
        """Return the options for what a user has given; ``pipeline.check`` documents them.

        Raises UnknownRuleError, and ValueError or TypeError if a value is not allowed.
        """
        if not isinstance(today, dt.date | None):
            raise TypeError(f"today must be a date, not {type(today).__name__}")
        _require("profile", profile, get_args(Profile))
        _require("language of the messages", lang, get_args(Lang))
        for what, values in {"select": select, "ignore": ignore}.items():
            if values and not isinstance(values, Iterable):
                raise TypeError(f"{what} must be a collection of names of rules, not {type(values).__name__}")
        for what, mapping in {"severity": severity, "thresholds": thresholds}.items():
            if not isinstance(mapping, Mapping):
                raise TypeError(f"{what} must be a mapping, not {type(mapping).__name__}")
        for level in severity.values():
            _require("severity", level, [*Severity])
        for name, number in thresholds.items():
            _require_threshold(name, number)
        day = today or dt.date.today()
        return cls(
            dt.date(day.year, day.month, day.day),  # also if it is a datetime, which is a date by its type
            profile,
            frozenset(selection.codes(select) if select else ()),
            frozenset(selection.codes(ignore)),
            {code: Severity(level) for name, level in severity.items() for code in selection.codes([name])},
            thresholds,
            lang,
        )

    def wants(self, code: str) -> bool:
        """True if findings of the rule with that code are reported."""
        return (not self.selected or code in self.selected) and code not in self.ignored

    def with_every_rule(self) -> "Options":
        """Return these options with all rules selected."""
        return self._replace(selected=frozenset(), ignored=frozenset())

    def on(self, document: Document) -> Check:
        """Return the document as the rules look at it."""
        return Check(document, self.today, draft=self.profile == "draft", thresholds=self.thresholds)


def _require(what: str, value: object, known: Sequence[str]) -> None:
    if value not in known:
        choices = "', '".join(known)
        raise ValueError(f"no {what} '{value}'; there are '{choices}'")


def _require_threshold(name: str, number: object) -> None:
    _require("threshold", name, THRESHOLDS)
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"the threshold '{name}' must be an int, not {type(number).__name__}")
    if number < 0:
        raise ValueError(f"the threshold '{name}' cannot be {number}")
