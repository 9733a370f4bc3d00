"""Time, as a ratio to something measured in the same run."""

import timeit
from collections.abc import Callable

_ATTEMPTS = 8


def best_ratio(name: str, limit: float, measure: Callable[[], float]) -> float:
    """The lowest of several measured ratios; stops as soon as one is within the limit."""
    best = float("inf")
    for _ in range(_ATTEMPTS):
        best = min(best, measure())
        if best <= limit:
            break
    print(f"{name}: {best:.2f} (at most {limit})")
    return best


def seconds(function: Callable[[], object], number: int = 40) -> float:
    return min(timeit.repeat(function, number=number, repeat=5)) / number
