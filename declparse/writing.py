"""Writing files: wholly or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable


def write(path: str, data: bytes, before_replacing: Callable[[str], None] | None = None) -> None:
    """Puts the bytes in place of what a file holds, or makes the file. Its mode stays, and a link stays a link.

    ``before_replacing`` is called with the name of the file when all is ready, and may still raise OSError. Raises
    OSError; the file is then as it was.
    """
    target = os.path.realpath(path)
    new = f"{target}.{os.getpid()}.new"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(new, flags, 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            os.chmod(new, stat.S_IMODE(os.stat(target).st_mode))
        if before_replacing is not None:
            before_replacing(target)
        os.replace(new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise


def replace(path: str, old: bytes, new: bytes) -> None:
    """Puts new bytes in place of the old ones that were read from a file.

    Raises OSError where the file must not be written, or holds something else by now; it is then as it was.
    """
    mode = os.stat(path).st_mode
    # The superuser may write everything, but does not want to overwrite what somebody has protected.
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, "the file is read-only", path)

    def must_be_unchanged(target: str) -> None:
        with open(target, "rb") as file:
            if file.read() != old:
                raise OSError(errno.EBUSY, "the file was changed meanwhile", path)

    write(path, new, must_be_unchanged)


def create(path: str, data: bytes) -> None:
    """Makes a new file. Raises FileExistsError where there is one of that name, even a link to nothing, and OSError."""
    with open(path, "xb") as file:
        try:
            file.write(data)
            file.flush()
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(path)
            raise
