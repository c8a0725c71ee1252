def main() -> None:
    name = "Ada"
    n = 42
    print(f"{name} is {n} years and {n * 12} months", f"{name!r} {name!s}", f"{{}} {{{n}}}")
    print(f"{n=} {name=} {n + 1 = } {name.upper()=}", f"{'nested'}", f"{f'{n}'}")
    print(f"{n:>{n // 4}}|{name:<{len(name) + 2}}|", f"", f"{n}" f"{name}", rf"\d{n}")
    print(f"{[1, 2]} {(1,)} {None} {True} {1.0} { {'a': 1} }")


main()
