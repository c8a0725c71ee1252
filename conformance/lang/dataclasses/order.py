from dataclasses import dataclass, field


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    cost: float = 0.0


def main() -> None:
    tasks = [Task(3, "c"), Task(1, "z", 2.0), Task(1, "a", 1.5), Task(2, "b")]
    print(sorted(tasks), min(tasks), max(tasks))
    print(tasks[0] > tasks[1], Task(1, "x") <= Task(1, "y"), Task(1, "x") == Task(1, "y"))


main()
