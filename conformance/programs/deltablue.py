"""A solver of one-way constraints with strengths, after the DeltaBlue algorithm."""

import sys
from abc import ABC, abstractmethod
from enum import IntEnum


class Strength(IntEnum):
    REQUIRED = 0
    STRONG_PREFERRED = 1
    PREFERRED = 2
    STRONG_DEFAULT = 3
    NORMAL = 4
    WEAK_DEFAULT = 5
    WEAKEST = 6


class Variable:
    def __init__(self, name: str, value: int = 0) -> None:
        self.name = name
        self.value = value
        self.constraints: list["Constraint"] = []
        self.determined_by: Constraint | None = None
        self.mark = 0
        self.strength = Strength.WEAKEST
        self.stays = True


class Constraint(ABC):
    def __init__(self, strength: Strength) -> None:
        self.strength = strength

    @abstractmethod
    def variables(self) -> list[Variable]: ...

    @abstractmethod
    def is_satisfied(self) -> bool: ...

    @abstractmethod
    def choose(self, mark: int) -> None: ...

    @abstractmethod
    def unsatisfy(self) -> None: ...

    @abstractmethod
    def output(self) -> Variable: ...

    @abstractmethod
    def inputs(self) -> list[Variable]: ...

    @abstractmethod
    def execute(self) -> None: ...

    def is_input(self) -> bool:
        return False

    def inputs_known(self, mark: int) -> bool:
        return all(v.mark == mark or v.stays or v.determined_by is None for v in self.inputs())

    def recalculate(self) -> None:
        out = self.output()
        strength = self.strength
        for v in self.inputs():
            if v.strength > strength:
                strength = v.strength
        out.strength = strength
        out.stays = not self.is_input() and all(v.stays for v in self.inputs())
        if out.stays:
            self.execute()


class UnaryConstraint(Constraint):
    def __init__(self, variable: Variable, strength: Strength) -> None:
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False

    def variables(self) -> list[Variable]:
        return [self.variable]

    def is_satisfied(self) -> bool:
        return self.satisfied

    def choose(self, mark: int) -> None:
        free = self.variable.mark != mark
        self.satisfied = free and self.strength < self.variable.strength

    def unsatisfy(self) -> None:
        self.satisfied = False

    def output(self) -> Variable:
        return self.variable

    def inputs(self) -> list[Variable]:
        return []

    def execute(self) -> None:
        pass


class StayConstraint(UnaryConstraint):
    pass


class EditConstraint(UnaryConstraint):
    def is_input(self) -> bool:
        return True


class BinaryConstraint(Constraint):
    def __init__(self, first: Variable, second: Variable, strength: Strength) -> None:
        super().__init__(strength)
        self.first = first
        self.second = second
        self.forward: bool | None = None

    def variables(self) -> list[Variable]:
        return [self.first, self.second]

    def is_satisfied(self) -> bool:
        return self.forward is not None

    def choose(self, mark: int) -> None:
        self.forward = None
        if self.first.mark == mark:
            if self.second.mark != mark and self.strength < self.second.strength:
                self.forward = True
        elif self.second.mark == mark:
            if self.strength < self.first.strength:
                self.forward = False
        elif self.first.strength > self.second.strength:
            if self.strength < self.first.strength:
                self.forward = False
        elif self.strength < self.second.strength:
            self.forward = True

    def unsatisfy(self) -> None:
        self.forward = None

    def output(self) -> Variable:
        return self.second if self.forward else self.first

    def inputs(self) -> list[Variable]:
        return [self.first if self.forward else self.second]


class EqualConstraint(BinaryConstraint):
    def execute(self) -> None:
        self.output().value = self.inputs()[0].value


class ScaleConstraint(BinaryConstraint):
    def __init__(
        self, source: Variable, scale: Variable, offset: Variable, target: Variable, s: Strength
    ) -> None:
        super().__init__(source, target, s)
        self.scale = scale
        self.offset = offset

    def variables(self) -> list[Variable]:
        return [self.first, self.second, self.scale, self.offset]

    def inputs(self) -> list[Variable]:
        return super().inputs() + [self.scale, self.offset]

    def execute(self) -> None:
        if self.forward:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self) -> None:
        self.mark = 0

    def next_mark(self) -> int:
        self.mark += 1
        return self.mark

    def add(self, constraint: Constraint) -> None:
        for v in constraint.variables():
            v.constraints.append(constraint)
        self.incremental_add(constraint)

    def incremental_add(self, constraint: Constraint) -> None:
        mark = self.next_mark()
        overridden = self.satisfy(constraint, mark)
        while overridden is not None:
            overridden = self.satisfy(overridden, mark)

    def satisfy(self, constraint: Constraint, mark: int) -> Constraint | None:
        constraint.choose(mark)
        if not constraint.is_satisfied():
            if constraint.strength == Strength.REQUIRED:
                raise RuntimeError("could not satisfy a required constraint")
            return None
        for v in constraint.inputs():
            v.mark = mark
        out = constraint.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        out.determined_by = constraint
        if not self.propagate(constraint, mark):
            raise RuntimeError("cycle")
        out.mark = mark
        return overridden

    def propagate(self, constraint: Constraint, mark: int) -> bool:
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output().mark == mark:
                self.remove(constraint)
                return False
            c.recalculate()
            todo.extend(self.consumers(c.output()))
        return True

    def consumers(self, v: Variable) -> list[Constraint]:
        return [c for c in v.constraints if c is not v.determined_by and c.is_satisfied()]

    def remove(self, constraint: Constraint) -> None:
        out = constraint.output()
        satisfied = constraint.is_satisfied()
        constraint.unsatisfy()
        for v in constraint.variables():
            v.constraints.remove(constraint)
        if not satisfied:
            return
        out.determined_by = None
        out.strength = Strength.WEAKEST
        out.stays = True
        unsatisfied: list[Constraint] = []
        todo = [out]
        while todo:
            v = todo.pop()
            unsatisfied.extend(c for c in v.constraints if not c.is_satisfied())
            for c in self.consumers(v):
                c.recalculate()
                todo.append(c.output())
        for c in sorted(unsatisfied, key=lambda c: c.strength):
            self.incremental_add(c)

    def plan(self, sources: list[Constraint]) -> list[Constraint]:
        mark = self.next_mark()
        plan: list[Constraint] = []
        todo = [c for c in sources if c.is_satisfied()]
        while todo:
            c = todo.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output().mark = mark
                todo.extend(self.consumers(c.output()))
        return plan

    def change(self, v: Variable, values: list[int]) -> None:
        edit = EditConstraint(v, Strength.PREFERRED)
        self.add(edit)
        plan = self.plan([edit])
        for value in values:
            v.value = value
            for c in plan:
                c.execute()
        self.remove(edit)


def chain(n: int) -> int:
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        planner.add(EqualConstraint(a, b, Strength.REQUIRED))
    planner.add(StayConstraint(variables[-1], Strength.STRONG_DEFAULT))
    edit = EditConstraint(variables[0], Strength.PREFERRED)
    planner.add(edit)
    plan = planner.plan([edit])
    total = 0
    for value in range(50):
        variables[0].value = value
        for c in plan:
            c.execute()
        if variables[-1].value != value:
            print("chain failed at", value)
        total += variables[-1].value
    planner.remove(edit)
    return total


def projection(n: int) -> list[int]:
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    sources: list[Variable] = []
    targets: list[Variable] = []
    for i in range(n):
        source, target = Variable(f"source{i}", i), Variable(f"target{i}", i)
        sources.append(source)
        targets.append(target)
        planner.add(StayConstraint(source, Strength.NORMAL))
        planner.add(ScaleConstraint(source, scale, offset, target, Strength.REQUIRED))
    planner.change(sources[-1], [17])
    results = [targets[-1].value]
    planner.change(targets[-1], [1050])
    results.append(sources[-1].value)
    planner.change(scale, [5])
    results.append(sum(t.value for t in targets))
    planner.change(offset, [2000])
    results.append(sum(t.value for t in targets))
    return results


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    print(chain(n))
    print(projection(n))


if __name__ == "__main__":
    main()
