class Address:
    def __init__(self, city: str | None) -> None:
        self.city = city


class Person:
    def __init__(self, name: str, address: Address | None = None) -> None:
        self.name = name
        self.address = address


def city(person: Person | None) -> str:
    if person is None or person.address is None:
        return "unknown"
    return person.address.city or "no city"


def shout(text: str | None) -> str:
    return text.upper() if text is not None else "(nothing)"


def main() -> None:
    people = [None, Person("a"), Person("b", Address(None)), Person("c", Address("Rome"))]
    print([city(p) for p in people], shout("x"), shout(None), shout(""))
    names = {p.name: p for p in people if p is not None}
    found = names.get("c")
    assert found is not None
    print(found.name, names.get("zzz") is None)


main()
