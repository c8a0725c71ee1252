from typing import Iterator


def count_to(n: int) -> Iterator[int]:
    print("begin")
    k = 1
    while k <= n:
        yield k
        k += 1
    print("end")


def main() -> None:
    for k in count_to(3):
        print("got", k)
    print(list(count_to(0)), list(count_to(2)))
    g = count_to(2)
    print(next(g), next(g))
    try:
        next(g)
    except StopIteration:
        print("stopped")
    try:
        next(g)
    except StopIteration:
        print("still stopped")
    print(next(g, -1), sum(count_to(4)))


main()
