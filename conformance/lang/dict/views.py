def main() -> None:
    d = {"x": 1, "y": 2}
    keys = d.keys()
    items = d.items()
    d["z"] = 3
    print(keys, d.values(), items, len(keys), "z" in keys, ("z", 3) in items, 3 in d.values())
    print(keys & {"x", "q"} == {"x"}, keys - {"x", "z"})
    print(sorted(keys | {"w"}), keys == {"x", "y", "z"})
    for key, value in items:
        print(key, value)
    print(sum(d.values()), max(d, key=lambda k: d[k]), {v: k for k, v in d.items()})


main()
