def unique(words: list[str]) -> list[str]:
    seen: set[str] = set()
    result = []
    for word in words:
        if word not in seen:
            seen.add(word)
            result.append(word)
    return result


def main() -> None:
    words = "the quick the lazy the end quick".split()
    print(unique(words), len(set(words)), sorted(set(words)), {w[0] for w in words} >= {"t", "q"})
    vowels = set("aeiou")
    print(sorted({c for c in "hello world" if c in vowels}), sorted(set("hello") - vowels))


main()
