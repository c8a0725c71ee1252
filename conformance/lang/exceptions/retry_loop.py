class Flaky:
    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.calls = 0

    def call(self) -> str:
        self.calls += 1
        if self.calls <= self.failures:
            raise ConnectionError(f"attempt {self.calls}")
        return f"done after {self.calls}"


def retry(flaky: Flaky, limit: int) -> str:
    last: Exception | None = None
    for _ in range(limit):
        try:
            return flaky.call()
        except ConnectionError as e:
            last = e
    raise RuntimeError("gave up") from last


def main() -> None:
    print(retry(Flaky(2), 5), retry(Flaky(0), 1))
    try:
        retry(Flaky(9), 3)
    except RuntimeError as e:
        print(e, e.__cause__)


main()
