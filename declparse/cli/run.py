"""Runs the command line, and is the only place that decides with which code it ends.

Click by itself ends with 1 after Ctrl-C, a closed pipe or an unexpected error; here 1 means findings.
"""

import os
import sys

import click

from declparse.cli import program
from declparse.cli.outcome import FAILED, INTERRUPTED, Outcome


def run() -> int:
    """Runs the program with the arguments of the process; the exit code."""
    outcome = Outcome()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        program.main(prog_name="declparse", standalone_mode=False, obj=outcome)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except click.exceptions.Abort:
        outcome.at_least(INTERRUPTED)
    except click.exceptions.Exit as end:
        outcome.at_least(end.exit_code)
    except click.ClickException as error:
        error.show()
        outcome.at_least(FAILED)
    except Exception as error:  # whatever fails is the tool's failure, never a finding
        if os.environ.get("DECLPARSE_TRACEBACK"):
            raise
        click.echo(f"declparse failed: {type(error).__name__}: {error} (DECLPARSE_TRACEBACK=1 shows where)", err=True)
        outcome.at_least(FAILED)
    return outcome.code
