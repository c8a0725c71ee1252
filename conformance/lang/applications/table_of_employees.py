import json
from collections import defaultdict
from dataclasses import dataclass

DATA = """name,dept,salary,start
Ann,dev,5200.50,2019
Bob,ops,4100,2021
"Cid, Jr.",dev,3900.25,2020
"""


@dataclass
class Employee:
    name: str
    dept: str
    salary: float
    start: int

    @classmethod
    def from_row(cls, row: list[str]) -> "Employee":
        name, dept, salary, start = row
        return cls(name=name, dept=dept, salary=float(salary), start=int(start))


def parse_line(line: str) -> list[str]:
    fields: list[str] = []
    current = ""
    quoted = False
    for ch in line:
        if ch == '"':
            quoted = not quoted
        elif ch == "," and not quoted:
            fields.append(current)
            current = ""
        else:
            current += ch
    fields.append(current)
    return fields


def read(text: str) -> list[Employee]:
    lines = text.strip().splitlines()
    return [Employee.from_row(parse_line(line)) for line in lines[1:]]


def main() -> None:
    people = read(DATA)
    groups: defaultdict[str, list[Employee]] = defaultdict(list)
    for person in people:
        groups[person.dept].append(person)
    for dept, members in sorted(groups.items()):
        total = sum(m.salary for m in members)
        print(f"{dept:>5}: {len(members)} people, {total:10.2f}, mean {total / len(members):.2f}")
    oldest = min(people, key=lambda p: p.start)
    print(oldest, sorted(people, key=lambda p: (-p.salary, p.name))[0].name)
    print(json.dumps({p.name: p.salary for p in people}, indent=2, sort_keys=True))


main()
