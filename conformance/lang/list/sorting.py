class Person:
    def __init__(self, name: str, age: int) -> None:
        self.name = name
        self.age = age

    def __repr__(self) -> str:
        return f"{self.name}/{self.age}"


def main() -> None:
    people = [Person("Bo", 30), Person("Al", 25), Person("Cy", 30), Person("Di", 25)]
    print(sorted(people, key=lambda p: p.age))
    print(sorted(people, key=lambda p: p.age, reverse=True))
    people.sort(key=lambda p: (-p.age, p.name))
    print(people, min(people, key=lambda p: p.name), max(people, key=lambda p: p.age))
    print(sorted([(1, "b"), (0, "z"), (1, "a")]), sorted(["b", "A", "c"], key=str.upper))
    print(sorted([[2, 1], [1, 9], [1]]), sorted([1.5, -2.0, 0.25], key=abs), sorted({3, 1, 2}))


main()
