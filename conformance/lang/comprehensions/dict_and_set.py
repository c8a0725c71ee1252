def main() -> None:
    print({n: n * n for n in range(4)}, {k: v for k, v in zip("abc", range(3)) if v != 1})
    print(sorted({n % 3 for n in range(10)}), {w: len(w) for w in ["x", "yy", "x"]})
    table = {r: {c: r * c for c in range(2)} for r in range(2)}
    print(table, {v: k for k, v in {"a": 1, "b": 1}.items()}, {c for c in "aab"} == {"a", "b"})


main()
