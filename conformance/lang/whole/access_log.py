"""Analyse an access log."""

import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import Iterable, Iterator, NamedTuple, Optional

LINE = re.compile(
    r"(?P<ip>\d+\.\d+\.\d+\.\d+) - (?P<user>\S+) \[(?P<time>[^\]]+)\] "
    r'"(?P<method>[A-Z]+) (?P<path>\S+) HTTP/[\d.]+" (?P<status>\d{3}) (?P<size>\d+|-)'
)


class Entry(NamedTuple):
    ip: str
    user: Optional[str]
    when: datetime
    method: str
    path: str
    status: int
    size: int


def sample_lines() -> Iterator[str]:
    start = datetime(2024, 3, 1, 12, 0, 0)
    paths = ["/", "/login", "/static/app.js", "/api/items?page=2", "/missing"]
    for i in range(40):
        when = start + timedelta(seconds=37 * i)
        path = paths[i * i % 5]
        status = 404 if path == "/missing" else 500 if i % 17 == 16 else 200
        user = "-" if i % 3 else f"user{i % 4}"
        size = "-" if status == 404 else str(i * 113 % 4096)
        moment = f"[{when:%d/%b/%Y:%H:%M:%S} +0000]"
        yield f'10.0.0.{i % 7} - {user} {moment} "GET {path} HTTP/1.1" {status} {size}'
    yield "garbage line"


def parse(line: str) -> Optional[Entry]:
    m = LINE.match(line)
    if m is None:
        return None
    user = m["user"]
    size = m.group("size")
    return Entry(
        ip=m["ip"],
        user=None if user == "-" else user,
        when=datetime.strptime(m["time"][:20], "%d/%b/%Y:%H:%M:%S"),
        method=m["method"],
        path=m["path"].split("?", 1)[0],
        status=int(m["status"]),
        size=0 if size == "-" else int(size),
    )


def entries(lines: Iterable[str]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        entry = parse(line)
        if entry is None:
            print(f"line {number} is not a log line: {line!r}")
            continue
        yield entry


def human(size: float) -> str:
    for unit in ("B", "KB", "MB"):
        if size < 1024:
            return f"{size:.1f}{unit}"
        size /= 1024
    return f"{size:.1f}GB"


def main() -> None:
    everything = list(entries(sample_lines()))
    by_status = Counter(e.status for e in everything)
    for status, count in sorted(by_status.items()):
        print(f"{status}: {count:3d} {'#' * count}")
    by_path: defaultdict[str, int] = defaultdict(int)
    for e in everything:
        by_path[e.path] += e.size
    for path, total in sorted(by_path.items(), key=lambda kv: kv[1], reverse=True):
        print(f"{path:<20} {human(float(total)):>10}")
    print(Counter(e.ip for e in everything).most_common(3))
    users = {e.user for e in everything if e.user is not None}
    print(sorted(users))
    first, *_, last = everything
    span = last.when - first.when
    print(span, span.total_seconds() / len(everything))
    per_minute: dict[str, int] = {}
    for e in everything:
        key = e.when.strftime("%H:%M")
        per_minute[key] = per_minute.get(key, 0) + 1
    print(per_minute)
    print(everything[0])
    print(everything[1]._replace(ip="1.1.1.1"))


main()
