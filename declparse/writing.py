"""Writing files: wholly or not at all."""

import contextlib
import errno
import os
import stat

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def rewrite(path: str, old: bytes, new: bytes) -> None:
    """Puts new bytes in place of the old ones that were read from a file; its mode stays, and a link stays a link.

    Raises OSError, and leaves the file as it is, where it is protected against writing or no longer holds the old ones.
    """
    target = os.path.realpath(path)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file", path)
    if not os.stat(target).st_mode & _WRITABLE or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is protected against writing", path)
    write(target, new, instead_of=old)


def write(path: str, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Puts the bytes in place of what a file holds, or makes the file. Its mode stays, and a link stays a link.

    Where it is said what the file holds, it must still do so. Raises OSError; the file is then as it was.
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
            before = os.stat(target)
            with contextlib.suppress(OSError, AttributeError):  # whoever may, leaves it to its owner
                os.chown(new, before.st_uid, before.st_gid)
            os.chmod(new, stat.S_IMODE(before.st_mode))
        if instead_of is not None and _read(target) != instead_of:
            raise OSError(errno.EBUSY, "it was changed meanwhile", path)
        os.replace(new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise


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


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
