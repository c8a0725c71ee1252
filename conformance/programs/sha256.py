"""SHA-256 from its definition, compared with known digests."""

import sys


def first_primes(count: int) -> list[int]:
    primes: list[int] = []
    n = 2
    while len(primes) < count:
        if all(n % p for p in primes):
            primes.append(n)
        n += 1
    return primes


def integer_root(n: int, k: int) -> int:
    low, high = 0, 1 << (n.bit_length() // k + 1)
    while low < high:
        middle = (low + high + 1) // 2
        power = 1
        for _ in range(k):
            power *= middle
        if power <= n:
            low = middle
        else:
            high = middle - 1
    return low


def fraction_bits(prime: int, k: int) -> int:
    """The first 32 bits behind the point of the k-th root."""
    return integer_root(prime << (32 * k), k) & 0xFFFFFFFF


ROUNDS = [fraction_bits(p, 3) for p in first_primes(64)]
START = [fraction_bits(p, 2) for p in first_primes(8)]


def rotate(x: int, n: int) -> int:
    return (x >> n | x << (32 - n)) & 0xFFFFFFFF


def compress(state: list[int], block: bytes) -> list[int]:
    w = [int.from_bytes(block[i : i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 64):
        s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
        s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
        w.append((w[i - 16] + s0 + w[i - 7] + s1) & 0xFFFFFFFF)
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        choice = (e & f) ^ (~e & g)
        t1 = h + s1 + choice + ROUNDS[i] + w[i]
        s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        majority = (a & b) ^ (a & c) ^ (b & c)
        h, g, f, e = g, f, e, (d + t1) & 0xFFFFFFFF
        d, c, b, a = c, b, a, (t1 + s0 + majority) & 0xFFFFFFFF
    return [(x + y) & 0xFFFFFFFF for x, y in zip(state, [a, b, c, d, e, f, g, h])]


def sha256(message: bytes) -> str:
    padding = b"\x80" + b"\x00" * ((55 - len(message)) % 64)
    data = message + padding + (8 * len(message)).to_bytes(8, "big")
    state = START
    for at in range(0, len(data), 64):
        state = compress(state, data[at : at + 64])
    return "".join(f"{word:08x}" for word in state)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    print(sha256(b""))
    print(sha256(b"abc"))
    print(sha256(bytes(i * 7 & 0xFF for i in range(size))))


if __name__ == "__main__":
    main()
