from fractions import Fraction

a = Fraction(1, 3)
b = Fraction(-3, 4)
print(
    a + b,
    a * b,
    a / b,
    a - b,
    a < b,
    Fraction(6, 8) == -b,
    float(b),
    repr(a + 1),
    2 - a,
    1 / a,
    a // b,
    a % b,
    b % a,
)
print(
    Fraction(),
    Fraction(5),
    Fraction("3/6"),
    Fraction("-1.25"),
    Fraction(" 1e3 "),
    Fraction(0.5),
    Fraction(0.1),
    Fraction(a),
    Fraction("2.5e-3"),
)
print(
    a + 0.5,
    0.5 * a,
    a**3,
    a**-2,
    a**0,
    -a,
    b.numerator,
    +a,
    bool(Fraction(0)),
    int(Fraction(7, 2)),
    int(Fraction(-7, 2)),
)
print(
    a.numerator,
    b.denominator,
    a == 1,
    Fraction(2) == 2,
    Fraction(1, 2) == 0.5,
    a > 0,
    a >= 0.25,
    hash(Fraction(2)) == hash(2),
    hash(Fraction(1, 2)) == hash(0.5),
)
print(
    Fraction(314159265, 100000000).limit_denominator(100),
    Fraction(3.141592653589793).limit_denominator(),
    Fraction(1, 3).limit_denominator(2),
)
print(
    sorted([a, b, Fraction(1, 2)]),
    max(a, b),
    a,
    a.as_integer_ratio(),
    Fraction(4, 2).is_integer(),
)
print({a: 1}[Fraction(2, 6)], hash(a), hash(b), f"{a}", str(b), Fraction(2**70, 2**69 + 1))
for text in ["1/0", "x", "", "1/", "1 / 2", "1_000/3", "--1", "1.5/2", ".5", "5."]:
    try:
        print(repr(Fraction(text)))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
for which in range(5):
    try:
        if which == 0:
            print(Fraction(1, 0))
        elif which == 1:
            print(a / 0)
        elif which == 2:
            print(a // 0)
        elif which == 3:
            print(a % 0)
        else:
            print(Fraction(0) ** -1)
    except ZeroDivisionError as e:
        print(e)
total = Fraction(0)
for i in range(1, 30):
    total += Fraction(i, i * i + 1)
print(total, float(total))
