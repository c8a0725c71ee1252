import random


def main() -> None:
    random.seed(42)
    print([random.randint(1, 6) for _ in range(10)], random.random(), random.uniform(1.0, 2.0))
    items = list(range(8))
    random.shuffle(items)
    print(items, random.choice(["a", "b", "c"]), random.sample(range(100), 4))
    rng = random.Random(7)
    print(rng.random(), rng.randrange(0, 100, 5), rng.gauss(0.0, 1.0), rng.getrandbits(70))


main()
