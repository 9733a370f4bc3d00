"""What is chosen for a check: the day, the profile, the rules, what they ask for, and the language of the messages."""

import datetime as dt
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from declparse.document import Document
from declparse.findings import Severity
from declparse.rules import lookup
from declparse.rules.rule import Check
from declparse.wording import Lang

Profile = Literal["draft", "published"]


class Options(NamedTuple):
    """What is chosen, checked once, and then used for as many documents as there are.

    The rules choose from what was found: which rule explains a fault is decided before.
    """

    today: dt.date
    profile: Profile
    selected: frozenset[str]  # codes; none means those of every rule
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
        """The options as people give them; ``pipeline.check`` says what they mean.

        Raises UnknownRuleError, and ValueError where a value is none of those that there are.
        """
        if lang not in get_args(Lang):
            raise ValueError(f"no messages in the language '{lang}'; there are 'en' and 'fr'")
        return cls(
            today or dt.date.today(),
            profile,
            frozenset(lookup.codes(select) if select else ()),
            frozenset(lookup.codes(ignore)),
            {code: level for name, level in severity.items() for code in lookup.codes([name])},
            thresholds,
            lang,
        )

    def wants(self, code: str) -> bool:
        """Whether what the rule with that code finds is reported."""
        return (not self.selected or code in self.selected) and code not in self.ignored

    def with_every_rule(self) -> "Options":
        """The same, but nothing is left out."""
        return self._replace(selected=frozenset(), ignored=frozenset())

    def on(self, document: Document) -> Check:
        """The document as the rules look at it."""
        return Check(document, self.today, draft=self.profile == "draft", thresholds=self.thresholds)
