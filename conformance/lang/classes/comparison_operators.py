from functools import total_ordering


class Version:
    def __init__(self, major: int, minor: int) -> None:
        self.major = major
        self.minor = minor

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other: "Version") -> bool:
        return (self.major, self.minor) < (other.major, other.minor)

    def __hash__(self) -> int:
        return hash((self.major, self.minor))

    def __repr__(self) -> str:
        return f"{self.major}.{self.minor}"


@total_ordering
class Weight:
    def __init__(self, grams: int) -> None:
        self.grams = grams

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weight) and self.grams == other.grams

    def __lt__(self, other: "Weight") -> bool:
        return self.grams < other.grams


def main() -> None:
    versions = [Version(3, 11), Version(2, 7), Version(3, 9), Version(2, 7)]
    print(sorted(versions), min(versions), max(versions), versions[0] > versions[1])
    print(Version(1, 2) == Version(1, 2), Version(1, 2) != Version(1, 3), Version(1, 2) == 5)
    print(len(set(versions)), versions.count(Version(2, 7)), versions.index(Version(3, 9)))
    print(Weight(1) <= Weight(1), Weight(2) > Weight(1), Weight(1) >= Weight(2))


main()
