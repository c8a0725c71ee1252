"""Simulations with random: dice, random walk, Monte Carlo, genetic algorithm."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import Callable


@dataclass
class Point:
    x: int = 0
    y: int = 0

    def move(self, dx: int, dy: int) -> Point:
        return Point(self.x + dx, self.y + dy)

    def distance(self) -> int:
        return abs(self.x) + abs(self.y)


def walk(rng: random.Random, steps: int) -> Point:
    p = Point()
    for _ in range(steps):
        p = p.move(*rng.choice([(0, 1), (1, 0), (0, -1), (-1, 0)]))
    return p


def estimate_pi(rng: random.Random, n: int) -> float:
    inside = sum(1 for _ in range(n) if rng.random() ** 2 + rng.random() ** 2 <= 1)
    return 4 * inside / n


def dice(rng: random.Random, n: int) -> dict[int, int]:
    return dict(sorted(Counter(rng.randint(1, 6) + rng.randint(1, 6) for _ in range(n)).items()))


Genome = str


class Evolution:
    ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ "

    def __init__(
        self, target: Genome, rng: random.Random, size: int = 60, rate: float = 0.05
    ) -> None:
        self.target = target
        self.rng = rng
        self.rate = rate
        self.population = ["".join(rng.choices(self.ALPHABET, k=len(target))) for _ in range(size)]
        self.generation = 0

    def fitness(self, genome: Genome) -> int:
        return sum(a == b for a, b in zip(genome, self.target))

    def mutate(self, genome: Genome) -> Genome:
        return "".join(
            self.rng.choice(self.ALPHABET) if self.rng.random() < self.rate else c for c in genome
        )

    def cross(self, a: Genome, b: Genome) -> Genome:
        cut = self.rng.randrange(len(a))
        return a[:cut] + b[cut:]

    def step(self) -> Genome:
        self.population.sort(key=self.fitness, reverse=True)
        parents = self.population[:10]
        children = [
            self.mutate(self.cross(*self.rng.sample(parents, 2)))
            for _ in range(len(self.population) - 2)
        ]
        self.population = parents[:2] + children
        self.generation += 1
        return max(self.population, key=self.fitness)


def monty(rng: random.Random, switch: bool) -> bool:
    prize, guess = rng.randrange(3), rng.randrange(3)
    opened = next(d for d in range(3) if d not in (prize, guess))
    if switch:
        guess = ({0, 1, 2} - {guess, opened}).pop()
    return guess == prize


def main() -> None:
    rng = random.Random(42)
    print(walk(rng, 1000), walk(rng, 100).distance())
    print(estimate_pi(rng, 5000))
    print(dice(rng, 1000))
    e = Evolution("HELLO WORLD", rng)
    best = ""
    while best != e.target and e.generation < 300:
        best = e.step()
    print(best, e.generation)
    for switch in (True, False):
        wins = sum(monty(rng, switch) for _ in range(1000))
        print(f"{'switch' if switch else 'stay'}: {wins / 10:.1f}%")
    deck = [f"{r}{s}" for s in "SHDC" for r in "A23456789TJQK"]
    rng.shuffle(deck)
    hands = [deck[i::4][:5] for i in range(4)]
    for hand in hands:
        print(" ".join(hand))
    random.seed(7)
    print(
        random.random(),
        random.randint(1, 100),
        random.sample(range(50), 5),
        random.uniform(1, 2),
        random.gauss(0, 1),
    )
    print(random.choices(["a", "b"], weights=[9, 1], k=10), random.choice("xyz"))


main()
