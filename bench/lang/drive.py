"""Calls a program again and again in one process, and tells what the calls took.

Its arguments: the size that the program reads, calls and seconds of warm-up (both must be over),
and the seconds to measure. This file is compiled with the program where an engine compiles.
"""

import sys
import time

import program


def drive(warm_calls: int, warm_seconds: float, seconds: float) -> None:
    calls = 0
    began = time.perf_counter()
    while calls < warm_calls or time.perf_counter() - began < warm_seconds:
        program.main()
        calls += 1
    times: list[float] = []
    began = time.perf_counter()
    while len(times) == 0 or time.perf_counter() - began < seconds:
        start = time.perf_counter()
        program.main()
        times.append(time.perf_counter() - start)
    sys.stderr.write(f"CALLS {calls + len(times)}\n")
    for each in times:
        sys.stderr.write(f"TIME {each}\n")


drive(int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))
