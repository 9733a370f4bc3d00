"""Kinds of values and options that several commands take."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar, get_args

import click

from declparse import settings
from declparse.findings import Severity
from declparse.rules.support import selection
from declparse.wording import Lang

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Day(click.ParamType[dt.date]):
    name = "YYYY-MM-DD"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a day; write it like 2025-07-10", param, ctx)


class _Rules(click.ParamType[tuple[str, ...]]):
    name = "RULES"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in value.split(",") if name.strip())
        if not names:
            self.fail("no rule is named", param, ctx)
        try:
            selection.codes(names)
        except selection.UnknownRuleError as error:
            self.fail(str(error), param, ctx)
        return names


class _Pattern(click.ParamType[str]):
    name = "PATTERN"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            settings.require_pattern(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return value


class _RuleSeverity(click.ParamType[tuple[str, Severity]]):
    name = "RULE=SEVERITY"

    def convert(
        self, value: str | tuple[str, Severity], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Severity]:
        if isinstance(value, tuple):
            return value
        rule, _, severity = value.partition("=")
        names = RULES.convert(rule, param, ctx)
        if len(names) != 1 or severity not in list(Severity):
            self.fail(f"'{value}' is not a rule and its severity; write it like SIG003=error", param, ctx)
        return names[0], Severity(severity)


class _Path(click.ParamType[str]):
    """A file, a folder, or - for standard input; shells complete it.

    Unlike ``click.Path`` it asks the system nothing: what cannot be read is told by whoever reads it, in our own words.
    """

    name = "path"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        from click.shell_completion import CompletionItem  # needed when a shell asks

        return [CompletionItem(incomplete, type="file")]


DAY = _Day()
PATH = _Path()
RULES = _Rules()
RULE_SEVERITY = _RuleSeverity()

_FILE = click.Path(dir_okay=False)
_Command = TypeVar("_Command", bound=Callable[..., object])


def _joined(ctx: click.Context, param: click.Parameter, value: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
    return tuple(chain(*value)) or None


def _one_after_the_other(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Return several options as one decorator; the help lists them in that order."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


# An option that names rules, which the command gets in one tuple; None where it is not given.
rules = partial(click.option, type=RULES, multiple=True, callback=_joined)
severity = click.option(
    "--severity", type=RULE_SEVERITY, multiple=True, help="Give a rule another severity: SIG003=error, for example."
)
profile = click.option(
    "--profile",
    type=click.Choice(["published", "draft"]),
    help="draft: numbers and date may be missing or placeholders; all else is judged as of today.",
)
today = click.option("--today", type=DAY, help="The day on which dates are judged (YYYY-MM-DD), by default today.")
which_files = _one_after_the_other(
    click.option("--exclude", type=_Pattern(), multiple=True, help="Pass over these files (as in .gitignore)."),
    click.option(
        "--force-exclude",
        is_flag=True,
        default=None,
        help="Exclude files that are named, too, and standard input under its name.",
    ),
    click.option(
        "--only-declarations", is_flag=True, help="Pass over named files that have no sign of a declaration, too."
    ),
)
which_settings = _one_after_the_other(
    click.option("--config", type=_FILE, metavar="FILE", help="Take the settings from this file."),
    click.option("--no-config", is_flag=True, help="Take no settings from any file."),
)
language = click.option(
    "--lang", type=click.Choice(get_args(Lang)), help="The language of the messages: English (by default) or French."
)
no_color = click.option(
    "--no-color", is_flag=True, help="No colours, no bold and dim letters; as with the environment variable NO_COLOR."
)
stdin_filename = click.option(
    "--stdin-filename", type=PATH, metavar="NAME", help="The name under which standard input is reported."
)


def require_stdin(paths: tuple[str, ...], name: str | None) -> None:
    """Raise UsageError where a name for standard input is given, but standard input is not asked for."""
    if name is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename names standard input, which is read only for the path -")
