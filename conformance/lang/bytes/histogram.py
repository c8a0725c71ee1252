def histogram(data: bytes) -> list[int]:
    counts = [0] * 256
    for byte in data:
        counts[byte] += 1
    return counts


def main() -> None:
    counts = histogram(b"mississippi\x00\x00")
    print([(chr(i), n) for i, n in enumerate(counts) if n > 0], sum(counts))
    view = b"0123456789"
    print([view[i : i + 3] for i in range(0, len(view), 3)], max(view), min(view), sorted(view)[:2])


main()
