"""Kinds of values and options that several commands take."""

import datetime as dt

import click

from declparse.rules import engine


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
        try:
            engine.codes(names)
        except engine.UnknownRuleError as error:
            self.fail(str(error), param, ctx)
        return names


DAY = _Day()
RULES = _Rules()

stdin_filename = click.option(
    "--stdin-filename", metavar="NAME", help="The name under which standard input is reported."
)
