from collections import Counter, defaultdict
from typing import NamedTuple

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity."""


class Stats(NamedTuple):
    lines: int
    words: int
    unique: int
    longest: str
    average: float


def words_of(text: str) -> list[str]:
    table = str.maketrans("", "", ",.;:!?")
    return [w.lower() for w in text.translate(table).split()]


def stats(text: str) -> Stats:
    words = words_of(text)
    return Stats(
        lines=text.count("\n") + 1,
        words=len(words),
        unique=len(set(words)),
        longest=max(words, key=lambda w: (len(w), w)),
        average=sum(len(w) for w in words) / len(words),
    )


def index(text: str) -> dict[str, list[int]]:
    found = defaultdict(list)
    for number, line in enumerate(text.splitlines(), 1):
        for word in words_of(line):
            if number not in found[word]:
                found[word].append(number)
    return dict(found)


def bigrams(words: list[str]) -> Counter[tuple[str, str]]:
    return Counter(zip(words, words[1:]))


def main() -> None:
    s = stats(TEXT)
    print(s)
    print(f"{s.words} words, {s.unique} unique, average {s.average:.3f}, longest {s.longest!r}")
    counts = Counter(words_of(TEXT))
    for word, n in counts.most_common(3):
        print(f"{word:>8} {'#' * n} {n}")
    print({w: where for w, where in sorted(index(TEXT).items()) if len(where) > 1})
    print(bigrams(words_of(TEXT)).most_common(2))
    letters = Counter(c for c in TEXT.lower() if c.isalpha())
    print(letters.most_common(5), sum(letters.values()))
    by_length: dict[int, set[str]] = {}
    for w in words_of(TEXT):
        by_length.setdefault(len(w), set()).add(w)
    for k in sorted(by_length, reverse=True)[:3]:
        print(k, sorted(by_length[k]))


main()
