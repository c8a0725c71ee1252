def quotient(a: int, b: int) -> int:
    return a // b


def remainder(a: int, b: int) -> int:
    return a % b


def main() -> None:
    edges = [2**63 - 1, -(2**63), 2**63, 2**64 + 1, -(2**64), 10**30]
    for a in edges:
        for b in [-1, 1, 2, -2, 10, 2**62, -(2**63), 2**63, 10**20]:
            print(a, b, quotient(a, b), remainder(a, b))


main()
