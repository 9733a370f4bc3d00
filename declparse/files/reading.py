"""Reading files: only plain ones, so that no run waits for what never comes, or reads what never ends."""

import errno
import os
import re
import stat

NOT_PLAIN = "it is not a regular file"
# What these name was handed over to this process by whoever started it: <(…) in a shell is /dev/fd/63, for example.
_HANDED_OVER = re.compile("/dev/stdin|(?:/dev|/proc/self)/fd/([0-9]{1,9})")
# A FIFO that nobody writes to must not be waited for, nor a terminal become that of the process.
_AT_ONCE = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"))


def read(path: str) -> bytes:
    """Return what a file holds.

    A pipe is read if it was handed over to this process (``/dev/stdin``, ``/dev/fd/3``), to its end, as standard input
    is. Any other pipe, a device and a socket raise OSError at once, without being opened. So does what cannot be read.
    """
    handed_over = _HANDED_OVER.fullmatch(path)
    if handed_over:
        descriptor = os.dup(int(handed_over[1] or 0))
    else:
        require_plain(path, os.stat(path))  # opening a device can do something by itself
        descriptor = os.open(path, _AT_ONCE)
    try:
        found = os.fstat(descriptor)
        is_stream = stat.S_ISFIFO(found.st_mode) or stat.S_ISSOCK(found.st_mode) or os.isatty(descriptor)
        if not (handed_over and is_stream):
            require_plain(path, found)
        with open(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def require_plain(path: str, found: os.stat_result) -> None:
    """Raise OSError for what is no plain file."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, NOT_PLAIN, path)
