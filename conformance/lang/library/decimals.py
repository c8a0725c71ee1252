from decimal import Decimal, getcontext


def main() -> None:
    print(Decimal("0.1") + Decimal("0.2"), Decimal(1) / Decimal(3), Decimal("1.10") * 3)
    getcontext().prec = 10
    print(Decimal(2).sqrt(), Decimal("123.456").quantize(Decimal("0.01")), -Decimal("0"))


main()
