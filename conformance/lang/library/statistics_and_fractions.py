import statistics
from fractions import Fraction


def main() -> None:
    data = [2.5, 3.0, 4.5, 10.0]
    print(statistics.mean(data), statistics.median(data), statistics.stdev(data))
    print(statistics.mode(["a", "b", "a"]), statistics.pvariance(data))
    a = Fraction(1, 3)
    b = Fraction(3, 4)
    print(a + b, a * b, a / b, a - b, a < b, Fraction(6, 8) == b, float(b), repr(a + 1))


main()
