def main() -> None:
    for n in [0, 1, -1, -2, 2**61 - 1, 2**61, -(2**61), 2**63, 10**25, -(10**25)]:
        print(n, hash(n))
    print(hash(1) == hash(1.0), hash(2**62) == hash(float(2**62)), hash(True))


main()
