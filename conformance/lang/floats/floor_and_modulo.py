import math


def main() -> None:
    values = [5.5, -5.5, 0.3, -0.3, 1e17, -1e-17]
    for a in values:
        for b in [2.0, -2.0, 0.1, math.inf, -math.inf]:
            print(a, b, a // b, a % b, math.fmod(a, b))
    print(math.inf // 2.0, math.inf % 2.0, math.nan % 2.0, -0.0 % 5.0, 0.0 % -5.0)
    print(1.0 // 0.1, 1.0 % 0.1, 6.0 // 2.0)


main()
