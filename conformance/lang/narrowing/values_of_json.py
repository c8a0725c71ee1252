"""Values of unknown type, such as those of JSON, are told apart by isinstance and match."""

import json


def render(v: object, depth: int = 0) -> str:
    pad = "  " * depth
    if v is None:
        return pad + "null"
    if isinstance(v, bool):
        return pad + ("true" if v else "false")
    elif isinstance(v, int):
        return pad + str(v + 1)
    elif isinstance(v, float):
        return pad + f"{v:.2f}"
    elif isinstance(v, str):
        return pad + v
    elif isinstance(v, list):
        return "\n".join(render(x, depth + 1) for x in v)
    elif isinstance(v, dict):
        out = []
        for k, w in sorted(v.items(), key=lambda kv: str(kv[0])):
            out.append(pad + f"{k}:")
            out.append(render(w, depth + 1))
        return "\n".join(out)
    elif isinstance(v, (set, tuple)):
        return pad + str(len(v))
    return "?"


print(render(json.loads('{"a": [1, 2, {"b": "hello"}], "c": 2.5, "d": null, "e": true}')))
print(render([1, 2, 3]), render({1: 2.0}), render((1, "a")), render({1}), render([1.5]))


def deep(v: object, path: list[str]) -> object:
    for p in path:
        if not isinstance(v, dict) or p not in v:
            return None
        v = v[p]
    return v


print(deep({"a": {"b": 3}}, ["a", "b"]), deep({"a": {"b": 3}}, ["a", "c"]))


def flat(v: object) -> list[object]:
    if isinstance(v, list):
        return [y for x in v for y in flat(x)]
    return [v]


print(flat([1, [2, [3, "x"]], [[4.5]]]))


def total(v: object) -> float:
    match v:
        case list():
            return sum((total(x) for x in v), 0.0)
        case {"w": w}:
            return total(w)
        case dict():
            return sum((total(x) for x in v.values()), 0.0)
        case int():
            return 1.0
        case float():
            return v
    return 0.0


print(total([1, 2.5, {"a": 3, "b": [4]}, {"w": 10}]))
o: object = [3, 1, 2]
if isinstance(o, list):
    print(o[0], o[-1], o[0:2], o.index(3), o.count(1), 3 in o, len(o))
    print(o == [3, 1, 2], list(o), o.copy(), o * 2)
    o.reverse()
    o.pop()
    print(o)
    for i, x in enumerate(o):
        print(i, x)
    m = o
    print(m, str(o), repr(o[0]), bool(o), o or None)
    del o[0]
    o.clear()
    try:
        o.index("q")
    except ValueError as e:
        print(e)
o2: object = {"a": 1}
if isinstance(o2, dict):
    try:
        print(o2["b"])
    except KeyError as e:
        print(repr(e))
    print(o2.pop("a"), o2.get("a"), o2.get("a", 5), list(o2), dict(o2))
    for k in o2:
        print(k)
o3: object = {1, 2}
if isinstance(o3, set):
    print(1 in o3, len(o3), sorted(o3, key=str))
    o3.discard(1)
    print(o3)
