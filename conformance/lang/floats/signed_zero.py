import math


def main() -> None:
    zero = 0.0
    minus = -0.0
    print(zero, minus, zero == minus, zero < minus, [minus], str(minus))
    print(zero + minus, minus + minus, zero - zero, minus - zero, minus * 5, minus * -1)
    print(math.copysign(1.0, minus), math.copysign(3.0, zero), math.atan2(0.0, -0.0))
    print(abs(minus), -zero, round(-0.4), round(-0.4, 0), float("-0"), int(minus))
    print(max(zero, minus), max(minus, zero), min(zero, minus), sum([minus, minus], minus))
    print({zero: "a", minus: "b"}, hash(zero) == hash(minus))


main()
