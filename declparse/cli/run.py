"""Runs the command line, and is the only place that decides with which code it ends.

Click by itself ends with 1 after Ctrl-C, a closed pipe or an unexpected error; here 1 means findings.
"""

import contextlib
import io
import os
import sys
from typing import NoReturn

import click

from declparse.cli import program
from declparse.cli.outcome import FAILED, INTERRUPTED, Outcome, tell
from declparse.failure import Failure

_COMPLETION = "_DECLPARSE_COMPLETE"


def run() -> int:
    """Run the program with the arguments of the process, and return the exit code."""
    outcome = Outcome()
    _prepare_streams()
    try:
        if _COMPLETION in os.environ:
            _complete()
        with program.make_context("declparse", sys.argv[1:], obj=outcome) as context:
            program.invoke(context)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except click.exceptions.Abort:
        outcome.at_least(INTERRUPTED)
    except click.exceptions.Exit as end:
        outcome.at_least(end.exit_code)
    except click.ClickException as error:
        from declparse.report.printable import printable  # it may quote the name of a file

        shown = io.StringIO()
        error.show(shown)
        with contextlib.suppress(OSError):
            click.echo("\n".join(map(printable, shown.getvalue().split("\n"))), nl=False, err=True)
        outcome.at_least(FAILED)
    except Failure as failure:
        tell(str(failure))
        outcome.at_least(FAILED)
    except Exception as error:  # whatever fails is the tool's failure, never a finding
        if os.environ.get("DECLPARSE_TRACEBACK"):
            raise
        reason = (isinstance(error, OSError) and error.strerror) or f"{type(error).__name__}: {error}"
        reason = reason.partition("\n")[0]
        tell(f"failed: {reason} (DECLPARSE_TRACEBACK=1 shows where)")
        outcome.at_least(FAILED)
    return outcome.code


def _complete() -> NoReturn:
    """Answer a shell that asks what may follow on a command line, and end the process."""
    for name in ("COMP_WORDS", "COMP_CWORD"):
        if name in os.environ:  # the words on that line; Click fails to answer with one that is not UTF-8
            os.environ[name] = os.environ[name].encode(errors="replace").decode()
    program.main(prog_name="declparse", complete_var=_COMPLETION)


def _prepare_streams() -> None:
    """Make sure that there are streams to write to, and that no character of a document can break them."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")
