class Bits:
    def __init__(self, value: int) -> None:
        self.value = value

    def __and__(self, other: "Bits") -> "Bits":
        return Bits(self.value & other.value)

    def __or__(self, other: "Bits") -> "Bits":
        return Bits(self.value | other.value)

    def __xor__(self, other: "Bits") -> "Bits":
        return Bits(self.value ^ other.value)

    def __invert__(self) -> "Bits":
        return Bits(~self.value)

    def __lshift__(self, by: int) -> "Bits":
        return Bits(self.value << by)

    def __rshift__(self, by: int) -> "Bits":
        return Bits(self.value >> by)

    def __floordiv__(self, n: int) -> "Bits":
        return Bits(self.value // n)

    def __mod__(self, n: int) -> int:
        return self.value % n

    def __pow__(self, n: int) -> "Bits":
        result = 1
        for _ in range(n):
            result *= self.value
        return Bits(result)

    def __str__(self) -> str:
        return f"<{self.value}>"


def main() -> None:
    a, b = Bits(12), Bits(10)
    print(a & b, a | b, a ^ b, ~a, a << 2, a >> 1, a // 5, a % 5, a**20)
    a |= Bits(1)
    a <<= 3
    print(a, str(b))


main()
