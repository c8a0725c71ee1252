import math


def main() -> None:
    print(math.gcd(12, 18), math.gcd(-12, 18), math.gcd(0, 5), math.gcd(2**70, 6**40))
    print(math.lcm(4, 6), math.lcm(0, 3), math.lcm(2**40, 3**30))
    for n in [0, 1, 15, 16, 17, 2**62, 2**63 - 1, 2**64, 10**30]:
        print(n, math.isqrt(n))
    print(math.factorial(0), math.factorial(20), math.factorial(21))
    print(math.comb(5, 2), math.comb(100, 50), math.perm(10, 3))
    try:
        print(math.isqrt(-1))
    except ValueError as e:
        print(e)
    try:
        print(math.factorial(-1))
    except ValueError as e:
        print(e)


main()
