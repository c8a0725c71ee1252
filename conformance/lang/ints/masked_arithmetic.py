MASK32 = 0xFFFFFFFF
MASK62 = 2**62 - 1


def lcg(seed: int) -> int:
    return (seed * 1664525 + 1013904223) & MASK32


def mix(x: int, y: int) -> int:
    return (x * y + (x << 5) - y) & MASK62


def xorshift(x: int) -> int:
    x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
    x ^= x >> 7
    x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x


def main() -> None:
    seed = 1
    y = 12345
    z = 88172645463325252
    for _ in range(8):
        seed = lcg(seed)
        y = mix(y, seed)
        z = xorshift(z)
        print(seed, y, z)
    print(mix(2**63, 2**63 - 1), mix(-(2**63), 3), lcg(-1), lcg(2**70 + 1))


main()
