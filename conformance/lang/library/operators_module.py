import operator
from functools import reduce


def main() -> None:
    print(operator.add(2, 3), operator.mod(-7, 3), operator.neg(5), operator.not_(0))
    print(reduce(operator.mul, range(1, 25)), operator.lt(1, 2), operator.xor(5, 1))
    rows = [("b", 2), ("a", 3), ("c", 1)]
    print(sorted(rows, key=operator.itemgetter(0)), max(rows, key=operator.itemgetter(1)))


main()
