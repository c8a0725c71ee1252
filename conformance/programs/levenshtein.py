"""Edit distance between words, and the closest of a list."""

import sys


def distance(a: str, b: str) -> int:
    if len(a) < len(b):
        a, b = b, a
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            change = previous[j - 1] + (0 if ca == cb else 1)
            current.append(min(previous[j] + 1, current[j - 1] + 1, change))
        previous = current
    return previous[-1]


def words(count: int) -> list[str]:
    syllables = ["ka", "to", "mi", "re", "lu", "sen", "do", "vi", "ra", "pe"]
    result = []
    state = 7
    for _ in range(count):
        word = ""
        for _ in range(2 + state % 4):
            state = (state * 69069 + 1) & 0xFFFFFFFF
            word += syllables[(state >> 16) % len(syllables)]
        result.append(word)
    return result


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    print(distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"))
    print(distance("日本語", "日本"), distance("a😀b", "ab"))
    vocabulary = words(count)
    total = 0
    for i, a in enumerate(vocabulary):
        for b in vocabulary[:i]:
            total += distance(a, b)
    print(len(vocabulary), total, min(vocabulary, key=lambda w: (distance(w, "torelumika"), w)))


if __name__ == "__main__":
    main()
