def lookup(table: dict[str, int], key: str) -> int:
    try:
        return table[key]
    except KeyError:
        return table["default"]


print(lookup({"a": 1}, "a"))
print(lookup({"a": 1}, "b"))
