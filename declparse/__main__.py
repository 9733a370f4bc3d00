"""Where the program starts."""

import contextlib
import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and end the process; Ctrl-C while it is still being loaded ends it as quietly as later."""
    # A short run makes much and throws little away: looking for garbage often costs a tenth of its time.
    gc.set_threshold(50_000)
    try:
        from declparse.cli.run import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    # Python takes longer to tidy up than to check a declaration; the system does it at once.
    os._exit(code)


if __name__ == "__main__":
    main()
