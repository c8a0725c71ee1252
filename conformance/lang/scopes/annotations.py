from typing import Final

LIMIT: Final = 10
RATE: Final[float] = 0.5
declared: int
names: "list[str]" = []


def main() -> None:
    total: int
    total = 0
    for k in range(LIMIT):
        part: float = k * RATE
        total += int(part)
    names.append("x")
    print(total, names, LIMIT, RATE)
    local: list[tuple[int, str]] = [(1, "a")]
    print(local)


declared = 5
print(declared)
main()
