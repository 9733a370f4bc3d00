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


class BareLabel(NamedTuple):
    """A label without its words: which text of the rule stands at a further place, and the values for it.

    ``source`` is set if that place is in another text than the finding.
    """

    span: Span
    values: Values = MappingProxyType({})
    text: str = "label"
    source: SourceText | None = None


class BareFix(NamedTuple):
    """A fix without its words: the edits, and which text of the rule is the title."""

    safety: Safety
    edits: tuple[Edit, ...]
    title: str = "title"


class BareFinding(NamedTuple):
    """A finding without its words, as a rule yields it: facts only.

    The words are the rule's texts, chosen by their keys and filled with the values.
    """

    span: Span
    values: Values = MappingProxyType({})
    message: str = "message"
    help: str = "help"
    severity: Severity | None = None  # the rule's own, if None
    labels: tuple[BareLabel, ...] = ()
    fix: BareFix | None = None

    @property
    def keys(self) -> Iterator[str]:
        """The keys of all texts that it needs."""
        yield from (self.message, self.help, *(label.text for label in self.labels))
        if self.fix is not None:
            yield self.fix.title


def at_all(
    places: Sequence[Text],
    values: Values,
    message: str = "message",
    help: str = "help",  # noqa: A002 - the field of BareFinding has this name
    severity: Severity | None = None,
    fix: BareFix | None = None,
) -> BareFinding:
    """Return one finding for words that stand in several places: at the first, with labels at the others."""
    first, *others = (place.span for place in places)
    return BareFinding(first, values, message, help, severity, tuple(map(BareLabel, others)), fix)


# What a rule looks at: one document, two side by side, or one in a collection.
Subject = TypeVar("Subject", contravariant=True)
S = TypeVar("S")


class RuleOn(NamedTuple, Generic[Subject]):
    """A rule: its row in the table, its texts, and the function that finds what breaks it.

    The texts are English; ``selection.in_language`` gives the rule with others. The English page is the docstring of
    the function, in other languages it is the text ``page``.
    """

    code: str
    name: str
    severity: Severity
    texts: Mapping[str, str]
    function: Callable[[Subject], Iterator[BareFinding]]
    lang: Lang = "en"

    def find(self, subject: Subject) -> Iterator[BareFinding]:
        """Yield what the rule finds. Raises LookupError if a finding needs a text that the rule does not have."""
        for finding in self.function(subject):
            missing = [key for key in finding.keys if key not in self.texts]
            if missing:
                raise LookupError(f"{self.code} has no text '{missing[0]}'")
            yield finding

    @property
    def page(self) -> str:
        """The explanation: what, why, a wrong and a right example, the source."""
        return cleandoc(self.texts.get("page") or self.function.__doc__ or "")

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
    code: str,
    name: str,
    severity: Severity,
    message: str,
    /,
    *,
    help: str,  # noqa: A002 - the field of BareFinding has this name
    **others: str,
) -> Callable[[Callable[[S], Iterator[BareFinding]]], RuleOn[S]]:
    """Make a rule of a function.

    The texts are templates; besides message and help there may be other messages and helps, labels, and titles of the
    fix.
    """

    def make(function: Callable[[S], Iterator[BareFinding]]) -> RuleOn[S]:
        return RuleOn(code, name, severity, {"message": message, "help": help, **others}, function)

    return make
