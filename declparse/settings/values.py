"""What can be chosen in settings, and what it means for a file."""

import datetime as dt
import os
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from declparse.failure import Failure
from declparse.findings import Severity
from declparse.rules.options import Options, Profile
from declparse.wording import Lang

if TYPE_CHECKING:
    from declparse.files.patterns import Patterns

FailOn = Literal["error", "warning", "info", "never"]


class SettingsError(Failure):
    """Settings that cannot be used; the message names the file, the line where there is one, and what is wrong."""

    def __init__(self, file: str, line: int | None, what: str) -> None:
        super().__init__(f"{file}: line {line}: {what}" if line else f"{file}: {what}")


class Settings(NamedTuple):
    """What is chosen for a file. Rules are named by code, name or family; patterns are those of ``.gitignore``.

    ``thresholds`` replace what the Rules of Procedure ask for: the least number of signatories, delegations and
    political groups, and the most words. ``lang`` is the language of the messages. ``collection`` tells whether the
    file is one of a collection, whose numbers are compared. ``folder`` is the one to which patterns are relative.
    """

    select: tuple[str, ...] = ()  # empty: all rules
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    fail_on: FailOn = "error"
    profile: Profile = "published"
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str | None = None
    thresholds: Mapping[str, int] = MappingProxyType({})
    lang: Lang = "en"
    collection: bool = False
    folder: str = ""

    def options(self, path: str | None, today: dt.date | None) -> Options:
        """Return the options by which the documents of a file are checked, as of that day or the current one."""
        ignore = self.ignore
        for pattern, rules in self.per_file_ignores if path is not None else ():
            if _matches((pattern,), self.folder, path or ""):
                ignore += rules
        return Options.of(
            today=today,
            profile=self.profile,
            select=self.select + self.extend_select if self.select else (),
            ignore=ignore,
            severity=self.severity,
            thresholds=self.thresholds,
            lang=self.lang,
        )

    def excludes(self, path: str) -> bool:
        """True if a file must not be looked at."""
        return bool(self.exclude) and _matches(self.exclude, self.folder, path)


def require_pattern(pattern: str) -> None:
    """Raise PatternError, with a sentence for people, where a pattern can match nothing."""
    from declparse.files.patterns import PatternError, Patterns  # needed where there are patterns

    try:
        Patterns((pattern,), os.getcwd())
    except PatternError as error:
        raise PatternError(f"'{pattern}' is not a pattern as .gitignore has them: {error}") from error


@lru_cache
def _placed(patterns: tuple[str, ...], folder: str) -> "Patterns":
    from declparse.files.patterns import Patterns  # needed where there are patterns

    return Patterns(patterns, folder)


def _matches(patterns: tuple[str, ...], folder: str, path: str) -> bool:
    return _placed(patterns, folder or os.getcwd()).exclude(path)
