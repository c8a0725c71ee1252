import time


def main() -> None:
    begin = time.perf_counter()
    total = sum(range(1000))
    elapsed = time.perf_counter() - begin
    print(total, elapsed >= 0.0, time.time() > 1.6e9, time.monotonic() <= time.monotonic())
    time.sleep(0.001)
    print(time.perf_counter_ns() > 0)


main()
