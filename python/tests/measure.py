"""Prints what a request costs a worker: run by hand, `python tests/measure.py`."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from server import Server, encode, request

HELLO = """
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "13")])
    return [b"Hello, World!"]

def iterated(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "13")])
    yield b"Hello, World!"

def streamed(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"Hello, World!"
"""
BROWSER = {
    "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "HTTP_ACCEPT_LANGUAGE": "en-US,en;q=0.5",
    "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
    "HTTP_COOKIE": "sessionid=0123456789abcdef0123456789abcdef",
}
SECONDS = 1.0
ROUNDS = 5


def cpu_ns(pid: int) -> int:
    """Time on the processor, from the scheduler, of all threads."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)


def run(attribute: str, batch: int, fresh: bool) -> None:
    """`fresh` blocks are never seen twice, as from clients without keep-alive."""
    with Server(HELLO, attribute=attribute) as server:
        lane = server.lane
        frames = [
            encode(
                [
                    request(id, block={**BROWSER, "REMOTE_PORT": str(1024 + (n if fresh else 0))})
                    for id in range(1, batch + 1)
                ]
            )
            for n in range(20000 if fresh else 1)
        ]
        costs = []
        spent = []
        for _ in range(ROUNDS + 1):
            before = cpu_ns(server.process.pid)
            busy = done = number = 0
            end = time.monotonic() + SECONDS / ROUNDS
            while time.monotonic() < end:
                for _ in range(20):
                    lane.send_bytes(frames[number % len(frames)])
                    number += 1
                    finals = 0
                    while finals < batch:
                        for message in lane.frame():
                            if message[0] == 27:
                                busy += message[1]
                            else:
                                finals += message[0] in (20, 23)
                    done += batch
            costs.append((cpu_ns(server.process.pid) - before) / done)
            spent.append(busy / done)
        print(
            f"{attribute:9} batch {batch:3} {'fresh' if fresh else 'known'} blocks: "
            f"{statistics.median(spent[1:]):6.0f} ns in the lane, "
            f"{statistics.median(costs[1:]):6.0f} ns of processor a request, "
            f"{server.rss_kb() / 1024:.1f} MB resident",
            flush=True,
        )


def start() -> None:
    times = []
    for _ in range(10):
        begin = time.perf_counter()
        with Server(HELLO, environment={"PYTHONDONTWRITEBYTECODE": ""}) as server:
            times.append(time.perf_counter() - begin)
            resident = server.rss_kb()
    print(
        f"READY after {statistics.median(times) * 1e3:.1f} ms (least {min(times) * 1e3:.1f}), "
        f"{resident / 1024:.1f} MB resident"
    )


if __name__ == "__main__":
    print(sys.version)
    start()
    for batch in (1, 16, 64):
        run("app", batch, False)
    run("app", 16, True)
    run("iterated", 16, False)
    run("streamed", 1, False)
