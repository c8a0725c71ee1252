"""Tournament tables with sorting, ties and pairings."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import attrgetter, itemgetter


@dataclass
class Team:
    name: str
    wins: int = 0
    draws: int = 0
    losses: int = 0
    scored: int = 0
    conceded: int = 0
    form: list[str] = field(default_factory=list)

    @property
    def points(self) -> int:
        return 3 * self.wins + self.draws

    @property
    def difference(self) -> int:
        return self.scored - self.conceded

    @property
    def played(self) -> int:
        return self.wins + self.draws + self.losses

    def record(self, mine: int, theirs: int) -> None:
        self.scored += mine
        self.conceded += theirs
        if mine > theirs:
            self.wins += 1
            self.form.append("W")
        elif mine == theirs:
            self.draws += 1
            self.form.append("D")
        else:
            self.losses += 1
            self.form.append("L")

    def __lt__(self, other: Team) -> bool:
        return (-self.points, -self.difference, self.name) < (
            -other.points,
            -other.difference,
            other.name,
        )


class League:
    def __init__(self, *names: str) -> None:
        self.teams = {name: Team(name) for name in names}
        self.results: list[tuple[str, int, int, str]] = []

    def play(self, line: str) -> None:
        home, score, away = line.split()
        h, a = map(int, score.split(":"))
        if home not in self.teams or away not in self.teams:
            raise LookupError(f"unknown team in {line!r}")
        self.teams[home].record(h, a)
        self.teams[away].record(a, h)
        self.results.append((home, h, a, away))

    def table(self) -> str:
        lines = [f"{'Team':<10}| MP |  W |  D |  L | GD |  P | form"]
        for t in sorted(self.teams.values()):
            lines.append(
                f"{t.name:<10}| {t.played:>2} | {t.wins:>2} | {t.draws:>2} | {t.losses:>2} "
                f"| {t.difference:>+2d} | {t.points:>2} | {''.join(t.form[-3:])}"
            )
        return "\n".join(lines)


def round_robin(names: list[str]) -> list[list[tuple[str, str]]]:
    players: list[str | None] = [*names]
    if len(players) % 2:
        players.append(None)
    n = len(players)
    rounds: list[list[tuple[str, str]]] = []
    for _ in range(n - 1):
        pairs = []
        for i in range(n // 2):
            a, b = players[i], players[n - 1 - i]
            if a is not None and b is not None:
                pairs.append((a, b))
        rounds.append(pairs)
        players = [players[0], players[-1], *players[1:-1]]
    return rounds


def main() -> None:
    league = League("Lions", "Bears", "Wolves", "Foxes")
    for line in """Lions 2:1 Bears
Wolves 0:0 Foxes
Lions 1:1 Wolves
Foxes 3:0 Bears
Lions 0:2 Foxes""".splitlines():
        league.play(line)
    print(league.table())
    for bad in ("Lions 2-1 Bears", "Cats 1:0 Bears", "Lions Bears"):
        try:
            league.play(bad)
        except (ValueError, LookupError) as e:
            print(f"{type(e).__name__}: {e}")
    teams = sorted(league.teams.values(), key=attrgetter("points"), reverse=True)
    for points, group in groupby(teams, key=attrgetter("points")):
        print(points, [t.name for t in group])
    print(sorted(league.results, key=itemgetter(1), reverse=True)[0])
    for i, pairs in enumerate(round_robin(["a", "b", "c", "d", "e"]), 1):
        print(f"round {i}:", ", ".join(f"{x}-{y}" for x, y in pairs))
    print(len(list(combinations(league.teams, 2))), max(teams, key=lambda t: t.scored).name)
    print(teams[0])


main()
