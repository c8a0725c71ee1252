"""Prices of telephone calls in exact decimal money, with bankers' rounding, over ints."""

import sys
from dataclasses import dataclass

# Rates and taxes in units of 10**-5.
LOCAL_RATE = 130
DISTANT_RATE = 894
BASE_TAX = 6750
DISTANT_TAX = 3410
SCALE = 100000


def round_half_even(value: int, divisor: int) -> int:
    quotient, rest = divmod(value, divisor)
    if 2 * rest > divisor or (2 * rest == divisor and quotient % 2 == 1):
        quotient += 1
    return quotient


@dataclass
class Bill:
    calls: int = 0
    price: int = 0
    base_tax: int = 0
    distant_tax: int = 0
    total: int = 0

    def add(self, seconds: int) -> None:
        distant = seconds % 2 == 1
        rate = DISTANT_RATE if distant else LOCAL_RATE
        cents = round_half_even(seconds * rate * 100, SCALE)
        base = cents * BASE_TAX // SCALE
        extra = cents * DISTANT_TAX // SCALE if distant else 0
        self.calls += 1
        self.price += cents
        self.base_tax += base
        self.distant_tax += extra
        self.total += cents + base + extra


def money(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02d}"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    bill = Bill()
    state = 12345
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        bill.add(state >> 16)
    print(bill.calls, money(bill.price), money(bill.base_tax), money(bill.distant_tax))
    print(f"total {money(bill.total):>16}")


if __name__ == "__main__":
    main()
