"""What a rule is, and what it yields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from inspect import cleandoc
from types import MappingProxyType
from typing import Generic, NamedTuple, Never, TypeVar

from declparse.document import Text
from declparse.findings import Edit, Safety, Severity
from declparse.source import SourceText, Span
from declparse.wording import Lang

Values = Mapping[str, object]


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
