"""Everything is safe to use from many threads, above all the first time."""

import ast
import datetime as dt
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import SAMPLES

import declparse

_PROCESSES = 40
_DAY = "2026-11-23"
# Eight threads that change places as often as Python allows, in a process that has read nothing yet.
_CODE = f"""
import datetime as dt, sys, threading
import declparse
sys.setswitchinterval(1e-6)
text = open(sys.argv[1], "rb").read()
start, found = threading.Barrier(8), [None] * 8
def check(place):
    start.wait()
    found[place] = [(one.code, *one.span) for one in declparse.check(text, today=dt.date.fromisoformat({_DAY!r}))]
threads = [threading.Thread(target=check, args=(place,)) for place in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(found)
"""


def _found(file: Path) -> object:
    done = subprocess.run([sys.executable, "-c", _CODE, str(file)], check=True, capture_output=True, text=True)
    return ast.literal_eval(done.stdout)


def test_threads_of_a_fresh_process_find_what_one_finds() -> None:
    """Good texts and bad ones: each brings other parts of the grammar and other tables to life."""
    files = [*sorted((SAMPLES / "good").glob("*")), *sorted((SAMPLES / "bad").glob("*"))][: _PROCESSES // 2]
    files += [SAMPLES / "declaration-817.md"] * (_PROCESSES // 2)
    assert len(files) == _PROCESSES
    day = dt.date.fromisoformat(_DAY)
    alone = [[(one.code, *one.span) for one in declparse.check(file.read_bytes(), today=day)] for file in files]
    with ThreadPoolExecutor(2) as pool:
        for file, found, expected in zip(files, pool.map(_found, files), alone, strict=True):
            assert found == [expected] * 8, file
