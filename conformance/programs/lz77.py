"""Compresses by references to what came before, and expands again."""

import sys

WINDOW = 4096
SHORTEST = 4
LONGEST = 66


def sample(size: int) -> bytes:
    words = "the quick brown fox jumps over the lazy dog while it rains in spain".split()
    state = 99
    out = bytearray()
    while len(out) < size:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out += words[(state >> 16) % len(words)].encode()
        out.append(10 if state & 0xF000 == 0 else 32)
    return bytes(out[:size])


def match_length(data: bytes, a: int, b: int) -> int:
    length = 0
    while b + length < len(data) and length < LONGEST and data[a + length] == data[b + length]:
        length += 1
    return length


def compress(data: bytes) -> bytes:
    out = bytearray()
    places: dict[bytes, list[int]] = {}
    literals = bytearray()

    def flush() -> None:
        while literals:
            part = literals[:128]
            out.append(len(part) - 1)
            out.extend(part)
            del literals[:128]

    at = 0
    while at < len(data):
        best = 0
        distance = 0
        for candidate in reversed(places.get(data[at : at + SHORTEST], [])[-16:]):
            if at - candidate >= WINDOW:
                break
            length = match_length(data, candidate, at)
            if length > best:
                best, distance = length, at - candidate
        step = 1
        if best >= SHORTEST:
            flush()
            out.append(128 | (best - SHORTEST))
            out.extend(distance.to_bytes(2, "big"))
            step = best
        else:
            literals.append(data[at])
        for i in range(at, at + step):
            places.setdefault(data[i : i + SHORTEST], []).append(i)
        at += step
    flush()
    return bytes(out)


def expand(packed: bytes) -> bytes:
    out = bytearray()
    at = 0
    while at < len(packed):
        token = packed[at]
        at += 1
        if token < 128:
            out += packed[at : at + token + 1]
            at += token + 1
        else:
            distance = int.from_bytes(packed[at : at + 2], "big")
            at += 2
            for _ in range((token & 127) + SHORTEST):
                out.append(out[-distance])
    return bytes(out)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    data = sample(size)
    packed = compress(data)
    print(len(data), len(packed), sum(packed) & 0xFFFF, expand(packed) == data)
    print(packed[:48])
    for edge in [b"", b"a", b"aaaaaaaaaaaa", bytes(range(256))]:
        print(len(compress(edge)), expand(compress(edge)) == edge)


if __name__ == "__main__":
    main()
