def main() -> None:
    counts: dict[str, int] = {}
    for word in "the cat and the dog and the bird".split():
        counts[word] = counts.get(word, 0) + 1
    print(counts, sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    key = "ca" + "t"
    print(counts[key], key in counts, "ca" in counts, counts.pop("dog"), len(counts))
    try:
        print(counts["cow"])
    except KeyError as e:
        print("KeyError", e, repr(e))


main()
