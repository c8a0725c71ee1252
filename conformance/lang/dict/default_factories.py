from collections import defaultdict

words = ["a", "bb", "cc", "ddd"]
groups: defaultdict[int, list[str]] = defaultdict(list)
for w in words:
    groups[len(w)].append(w)
print(groups, dict(groups))
g2: dict[int, set[str]] = defaultdict(set)
for w in words:
    g2[len(w)].add(w)
print(sorted(g2[2]))


def index(ws: list[str]) -> dict[str, list[int]]:
    out = defaultdict(list)
    for i, w in enumerate(ws):
        out[w[0]].append(i)
    return out


print(index(words))
nest: defaultdict[str, dict[str, int]] = defaultdict(dict)
nest["a"]["b"] = 1
print(nest)
deep: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
deep["x"]["y"] += 2
print(deep["x"], len(deep))
fl: defaultdict[str, float] = defaultdict(float)
fl["q"] += 1.5
print(fl)
print(list(map(list, ["ab", "cd"])), list(map(tuple, [[1, 2], [3]])), list(map(set, [[1, 1]])))
print(sorted(map(list, [(2, 1), (1, 2)])))
st: defaultdict[str, list[float]] = defaultdict(list)
st["a"].append(1.0)
print(st["a"], st["b"])
counts = defaultdict(int)
for w in words:
    counts[len(w)] += 1
print(counts)
print(list(map(str, [1, 2])), list(map(float, ["1", "2"])), list(map(int, "123")))
