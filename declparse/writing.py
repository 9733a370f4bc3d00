"""Writing files: wholly or not at all."""

import contextlib
import os
import stat


def write(path: str, data: bytes) -> None:
    """Puts the bytes in place of what a file holds, or makes the file. Its mode stays, and a link stays a link.

    Raises OSError; the file is then as it was.
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
        os.replace(new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise
