"""Writing files: wholly or not at all, and only plain ones."""

import contextlib
import errno
import os
import re
import stat
from functools import cache

from declparse.files import reading

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NEW = re.compile(r"\.declparse-[0-9a-f]{16}\.new")  # a file that is to take the place of another one
_BINARY = getattr(os, "O_BINARY", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def rewrite(path: str, old: bytes, new: bytes) -> None:
    """Put new bytes in place of the old ones that were read from a file; its mode stays, and a link stays a link.

    Raises OSError, and leaves the file as it is, where it is protected against writing or no longer holds the old ones.
    """
    target = os.path.realpath(path)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, reading.NOT_PLAIN, path)
    if not os.stat(target).st_mode & _WRITABLE or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is protected against writing", path)
    write(target, new, instead_of=old)


def write(path: str, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Put the bytes in place of what a file holds, or make the file. Its mode stays, and a link stays a link.

    Where it is said what the file holds, it must still do so. Raises OSError; the file is then as it was. The bytes are
    never where somebody can read them who cannot read the file. What a killed run left in the folder is removed.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    before = None
    with contextlib.suppress(FileNotFoundError):
        before = os.stat(target)
        reading.require_plain(path, before)
    _remove_leftovers(folder)
    descriptor, new = _make(folder, 0o666 if before is None else 0o600)
    try:
        with open(descriptor, "wb") as file:
            if before is not None:
                _give(new, descriptor, before)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            if instead_of is not None and reading.read(target) != instead_of:
                raise OSError(errno.EBUSY, "it was changed meanwhile", path)
            if os.name != "nt":  # elsewhere while it is still locked
                os.replace(new, target)
        if os.name == "nt":  # where an open file can be neither renamed nor removed
            os.replace(new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise


def create(path: str, data: bytes) -> None:
    """Make a new file. Raises FileExistsError where there is one of that name, even a link to nothing, and OSError."""
    with open(path, "xb") as file:
        try:
            file.write(data)
            file.flush()
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(path)
            raise


def _make(folder: str, mode: int) -> tuple[int, str]:
    """Make a file for a short time, whose name nobody can guess, and lock it for as long as it is open."""
    while True:
        new = os.path.join(folder, f".declparse-{os.urandom(8).hex()}.new")
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        _lock(descriptor, wait=True)
        if os.fstat(descriptor).st_nlink:
            return descriptor, new
        os.close(descriptor)  # another run took it for a leftover before it was locked


def _give(new: str, descriptor: int, before: os.stat_result) -> None:
    """Give a new file the owner and mode of the one that it will replace.

    Where the group cannot be kept, another one gets no more than everybody has.
    """
    for owner in (before.st_uid, -1):  # whoever may not give it away may still leave it to its group
        with contextlib.suppress(OSError, AttributeError):  # Windows has no such thing
            os.chown(descriptor, owner, before.st_gid)
            break
    mode = stat.S_IMODE(before.st_mode)
    if os.fstat(descriptor).st_gid != before.st_gid:
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3 & mode
    os.chmod(new if os.name == "nt" else descriptor, mode)


@cache
def _remove_leftovers(folder: str) -> None:
    """Remove what runs that were killed left in a folder; looked for once in a run.

    A run that is alive has its file locked, and on Windows open, so that it cannot be removed.
    """
    try:
        names = [name for name in os.listdir(folder) if _NEW.fullmatch(name)]
    except OSError:
        return
    for name in names:
        file = os.path.join(folder, name)
        with contextlib.suppress(OSError):
            if os.name == "nt":
                os.unlink(file)
                continue
            descriptor = os.open(file, os.O_RDONLY | _NO_FOLLOW)
            try:
                if stat.S_ISREG(os.fstat(descriptor).st_mode) and _lock(descriptor, wait=False):
                    os.unlink(file)
            finally:
                os.close(descriptor)


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Lock an open file, if the system can. True if it is locked; it is until it is closed."""
    try:
        import fcntl  # POSIX has it

        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (ImportError, OSError):
        return False
    return True
