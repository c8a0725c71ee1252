def main() -> None:
    d = {"b": 2, "a": 1}
    d["c"] = 3
    d["a"] = 10
    print(d, len(d), "a" in d, "z" in d, d["a"], d.get("z"), d.get("z", 0), list(d))
    print(list(d.keys()), list(d.values()), list(d.items()), d.setdefault("q", 5), d)
    print(d.pop("b"), d.pop("zz", -1), d.popitem(), d)
    d.update({"a": 0, "n": 7})
    d.update(x=1)
    del d["c"]
    print(d, dict([("k", 1)]), dict(a=1), {**d, "a": 5}, d | {"z": 1}, d.copy() == d)
    d |= {"new": 1}
    d.clear()
    print(d, not d)


main()
