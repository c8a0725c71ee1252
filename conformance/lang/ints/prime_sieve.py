import math


def primes(limit: int) -> list[int]:
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for n in range(2, math.isqrt(limit) + 1):
        if flags[n]:
            flags[n * n :: n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, flag in enumerate(flags) if flag]


def factors(n: int) -> list[int]:
    result = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            result.append(d)
            n //= d
        d += 1
    if n > 1:
        result.append(n)
    return result


def main() -> None:
    ps = primes(200)
    print(len(ps), ps[-5:])
    for n in [1, 2, 360, 97, 2**40, 1001 * 1013, 600851475143]:
        print(n, factors(n))


main()
