NUMERALS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def to_roman(n: int) -> str:
    result = ""
    for value, numeral in NUMERALS:
        times, n = divmod(n, value)
        result += numeral * times
    return result


def from_roman(text: str) -> int:
    total = 0
    for i, c in enumerate(text):
        value = VALUES[c]
        if i + 1 < len(text) and VALUES[text[i + 1]] > value:
            total -= value
        else:
            total += value
    return total


def main() -> None:
    for n in [1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999]:
        print(n, to_roman(n), from_roman(to_roman(n)))


main()
