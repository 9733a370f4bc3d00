"""Exit codes, and the one that a run has reached."""

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


class Outcome:
    """The exit code reached so far. It only gets worse; 2 wins over 1."""

    def __init__(self) -> None:
        self.code = OK

    def at_least(self, code: int) -> None:
        """Notes that something of this code happened."""
        self.code = max(self.code, code)
