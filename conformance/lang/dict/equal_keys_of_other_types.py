def main() -> None:
    names: dict[float, str] = {1.0: "one", 0.5: "half"}
    names[-0.0] = "zero"
    names[0.0] = "again"
    print(names, names[1], 0.0 in names)
    mixed: dict[object, int] = {"a": 1, 1: 2, (1, 2): 3, None: 4, True: 5}
    print(mixed, mixed[1], mixed[1.0], mixed[None], mixed[(1, 2)], mixed.get("b"))


main()
