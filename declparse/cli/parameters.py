"""Kinds of values and options that several commands take."""

from datetime import date as Date

import click

from declparse.rules import engine


class _Day(click.ParamType):
    name = "YYYY-MM-DD"

    def convert(self, value: str | Date, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        if isinstance(value, Date):
            return value
        try:
            return Date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a day; write it like 2025-07-10", param, ctx)


class _Rules(click.ParamType):
    name = "RULES"

    def convert(self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
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

stdin_filename = click.option("--stdin-filename", metavar="NAME", help="The name under which standard input is reported.")
