from collections import Counter, defaultdict


def main() -> None:
    words = "one two three four five six seven eight nine ten one two".split()
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    print(dict(groups), groups[99], len(groups), sorted(groups))
    counts = Counter(words)
    print(counts.most_common(2), counts["one"], counts["missing"], sum(counts.values()))
    totals: defaultdict[str, int] = defaultdict(int)
    for word in words:
        totals[word[0]] += len(word)
    print(totals, dict(totals))
    print(Counter("abracadabra"), Counter("aab") + Counter("abc"))


main()
