import math


def main() -> None:
    for x in [0.0, 0.5, 1.0, -0.5, 2.0]:
        print(math.sin(x), math.cos(x), math.tan(x), math.exp(x), math.atan(x))
        print(math.sinh(x), math.cosh(x), math.tanh(x), math.floor(x), math.ceil(x))
    print(math.sqrt(2.0), math.log(10.0), math.log2(8.0), math.log10(1000.0), math.log1p(1e-10))
    print(math.hypot(3.0, 4.0), math.atan2(1.0, -1.0), math.degrees(math.pi), math.radians(180.0))
    print(math.modf(3.25), math.frexp(10.0), math.ldexp(0.5, 4), math.e, math.tau)
    print(math.isclose(0.1 + 0.2, 0.3), math.isfinite(1.0), math.isinf(-math.inf))
    print(math.fsum([0.1] * 10), sum([0.1] * 10, 0.0), math.dist([0.0, 0.0], [3.0, 4.0]))


main()
