"""Kinds of values and options that several commands take."""

import datetime as dt
from typing import get_args

import click

from declparse.findings import Severity
from declparse.rules import engine
from declparse.wording import Lang


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
            engine.codes(names)
        except engine.UnknownRuleError as error:
            self.fail(str(error), param, ctx)
        return names


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


DAY = _Day()
RULES = _Rules()
RULE_SEVERITY = _RuleSeverity()

language = click.option(
    "--lang", type=click.Choice(get_args(Lang)), help="The language of the messages: English (by default) or French."
)
stdin_filename = click.option(
    "--stdin-filename", metavar="NAME", help="The name under which standard input is reported."
)


def require_stdin(paths: tuple[str, ...], name: str | None) -> None:
    """Raises UsageError where a name for standard input is given, but standard input is not asked for."""
    if name is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename names standard input, which is read only for the path -")
