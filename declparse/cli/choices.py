"""What is chosen for each file: by the command line, else by the settings found upwards from it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from declparse import settings
from declparse.findings import Severity
from declparse.settings import Settings

if TYPE_CHECKING:
    from declparse.baseline import Baseline


class Choices:
    """The choices of the command line, over those of the settings.

    ``given`` has the fields of ``Settings`` that the command line replaces; None leaves one as it is. ``exclude`` and
    ``severity`` come on top of the settings; the patterns are relative to the current folder. Raises UsageError where
    settings are both named and forbidden.
    """

    def __init__(
        self,
        *,
        config: str | None,
        no_config: bool,
        exclude: tuple[str, ...] = (),
        severity: Mapping[str, Severity] = MappingProxyType({}),
        given: Mapping[str, object],
    ) -> None:
        if config is not None and no_config:
            raise click.UsageError("--config and --no-config cannot be given together")
        self._fixed = Settings() if no_config else settings.read(config) if config is not None else None
        self._exclude = Settings(exclude=exclude)
        self._severity = severity
        self.baselines: dict[str, Baseline] = {}  # those that were asked for, by their files
        self._given = {name: value for name, value in given.items() if value is not None}
        if "select" in self._given:  # what is asked for is not ignored, unless that is asked for, too
            self._given = {"ignore": (), **self._given}

    def of(self, path: str | None) -> Settings:
        """Return what is chosen for a file, or for standard input without a name. Raises SettingsError."""
        found = self._fixed if self._fixed is not None else settings.find(path)
        return found._replace(severity={**found.severity, **self._severity}, **self._given)  # type: ignore[arg-type]

    def baseline(self, file: str) -> "Baseline":
        """Return the baseline in a file, one for the whole run. Raises BaselineError."""
        from declparse import baseline  # needed only where there is one

        if file not in self.baselines:
            self.baselines[file] = baseline.read(file)
        return self.baselines[file]

    def excludes(self, path: str, *, named: bool) -> bool:
        """True if a file must not be looked at, a named one only if excludes are enforced. Raises SettingsError."""
        chosen = self.of(path)
        if named and not chosen.force_exclude:
            return False
        return chosen.excludes(path) or self._exclude.excludes(path)
