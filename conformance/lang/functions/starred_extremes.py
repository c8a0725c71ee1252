"""max and min of *items; pow with two arguments; callable."""


def each(items: list[int]) -> None:
    for attempt in range(4):
        try:
            match attempt:
                case 0:
                    print(max(*items), min(*items))
                case 1:
                    print(max(*items, 7), min(*items, 7, -7))
                case 2:
                    print(max(0, *items, 7, *items), min(1, 2, *items))
                case _:
                    print(max(*items, key=lambda x: -x), min(3, *items, key=lambda x: -x))
        except TypeError as error:
            print(attempt, error)


for numbers in [[], [4], [3, 9], [5, 1, 2**70]]:
    each(numbers)
for words in [["pear"], ["pear", "fig"], []]:
    try:
        print(max(*words), min(*words), max(*words, key=len), min("a", *words))
    except TypeError as error:
        print(error)
print(max(*[2.5, 1.5]), min(*(3, 1, 2)), max(*"hello"), min(*{True, False}))
try:
    print(max(*[2.5]))
except TypeError as error:
    print(error)

print(pow(2, 10), pow(2.5, 2), pow(2, 0.5), pow(2.0, -1), pow(4.0, 0.5), pow(3, 4, 5))


class Adder:
    def __call__(self, x: int) -> int:
        return x + 1


class Plain:
    pass


class Below(Adder):
    pass


values: list[object] = [Adder(), Plain(), Below(), Adder, 3, "x", None, each, len, [1], lambda: 1]
print([callable(value) for value in values])
print(callable(Adder().__call__), callable(Plain), callable(int), callable(each), callable(2.5))
