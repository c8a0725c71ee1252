from typing import NamedTuple


class Employee(NamedTuple):
    name: str
    team: str
    salary: float


def by_team(staff: list[Employee]) -> dict[str, list[Employee]]:
    result: dict[str, list[Employee]] = {}
    for e in staff:
        result.setdefault(e.team, []).append(e)
    return result


def main() -> None:
    staff = [
        Employee("Ann", "red", 100.0),
        Employee("Bob", "blue", 80.5),
        Employee("Cid", "red", 120.25),
    ]
    for team, members in sorted(by_team(staff).items()):
        print(team, [m.name for m in members], sum((m.salary for m in members), 0.0))
    name, _, salary = max(staff, key=lambda e: e.salary)
    print(name, salary, [(n, s) for n, _, s in staff], staff[0])


main()
