"""The command line. Each command stands in its own module, which is imported when the command is called."""

from importlib import import_module

import click

import declparse

# The commands, and what the overview of commands says of them.
_COMMANDS = {
    "check": "Check declarations and report what is wrong with them.",
    "fix": "Mend what can be mended with certainty, in place.",
    "convert": "Write what the text says as JSON.",
    "show": "Show a declaration at a glance.",
    "format": "Rewrite the layout into the one canonical form, and nothing else.",
    "new": "Write the skeleton of a draft.",
    "compare": "Compare a new edition with the old one, or a translation with its original.",
    "explain": "Explain a rule: what it checks, why, a wrong and a right example.",
    "rules": "List all rules.",
}


class _Commands(click.Group):
    """A group that imports a command only when it is needed: start-up is what people feel."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"declparse.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            close = get_close_matches(args[0], _COMMANDS, n=1)
            ctx.fail(f"no command '{args[0]}'" + (f"; did you mean '{close[0]}'?" if close else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(declparse.__version__, prog_name="declparse")
def program() -> None:
    """Parse and validate written declarations of the Parliamentary Assembly of the Council of Europe.

    \b
    Examples:
      declparse check draft.md          is this declaration ready to be filed?
      declparse check declarations/     all declarations in a folder
      declparse show draft.md           the declaration at a glance
      declparse fix draft.md            mend what is certain
      declparse convert draft.md        the declaration as JSON
      declparse explain SIG001          what does this finding mean?
    """
