"""Median and spread of a few rounds."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    median: float
    low: float
    high: float

    @property
    def percent(self) -> float:
        """Half of the range, in percent of the median."""
        return 50 * (self.high - self.low) / self.median if self.median else 0.0


def spread(values: Iterable[float]) -> Spread:
    """Raises ValueError when there is no value."""
    seen = list(values)
    if not seen:
        raise ValueError("no rounds were measured")
    return Spread(statistics.median(seen), min(seen), max(seen))
