import random


def main() -> None:
    random.seed(5)
    print(random.gauss(), random.getstate()[0], len(random.getstate()[1]))
    state = random.getstate()
    drawn = [random.random(), random.gauss(), float(random.randint(1, 10**30))]
    random.setstate(state)
    print(drawn == [random.random(), random.gauss(), float(random.randint(1, 10**30))])
    own = random.Random(4)
    kept = own.getstate()
    words = kept[1]
    for bad in [
        (3, words[:-1], None),
        (4, words, None),
        (3, (-1,) + words[1:], None),
        (3, words[:-1] + (900,), None),
        (2, (2**70 + 5,) + words[1:], None),
    ]:
        try:
            own.setstate(bad)
            print("ok", own.random())
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e)
    own.setstate(kept)
    print(own.getstate() == kept, own.random())


main()
