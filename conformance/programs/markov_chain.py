"""Generates text by the words that followed the last two."""

import random
import sys
from collections import defaultdict

TEXT = """
the wind blew over the hill and the wind blew over the sea and the ship on the sea went over
the edge of the map where the wind was still and the sea was calm and the captain of the ship
said that the edge of the sea was only the edge of the map and that the wind would blow again
over the hill and over the sea until the ship came home to the hill where the captain was born
"""


class Chain:
    def __init__(self) -> None:
        self.followers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self.starts: list[tuple[str, str]] = []

    def learn(self, words: list[str]) -> None:
        for a, b, c in zip(words, words[1:], words[2:]):
            key = (a, b)
            if key not in self.followers:
                self.starts.append(key)
            self.followers[key].append(c)

    def generate(self, length: int, rng: random.Random) -> list[str]:
        a, b = rng.choice(self.starts)
        words = [a, b]
        while len(words) < length:
            options = self.followers.get((a, b))
            if options is None:
                a, b = rng.choice(self.starts)
                words.append(a)
                continue
            a, b = b, rng.choice(options)
            words.append(b)
        return words


def main() -> None:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    chain = Chain()
    chain.learn(TEXT.split())
    print(len(chain.followers), len(chain.starts), chain.followers["over", "the"])
    words = chain.generate(length, random.Random(2024))
    for i in range(0, 40, 10):
        print(" ".join(words[i : i + 10]))
    counts: defaultdict[str, int] = defaultdict(int)
    for word in words:
        counts[word] += 1
    print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8])


if __name__ == "__main__":
    main()
