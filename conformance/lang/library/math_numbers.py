import math


def main() -> None:
    print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
    print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.fabs(-3.5))
    print(math.copysign(2.0, -0.0))
    print(math.prod([1, 2, 3, 4]), math.prod([1.5, 2.0]), math.gcd(12, 18, 27), math.lcm(2, 3, 4))
    print(math.prod([], start=2.5), math.prod([2.0], start=3.0), math.prod([0.1] * 3))
    print(math.cbrt(27.0), math.exp2(3.0), math.expm1(1e-5), math.gamma(5.0), math.erf(0.5))
    print(math.nextafter(1.0, 2.0), math.ulp(1.0), math.remainder(5.0, 3.0), math.isqrt(99))


main()
