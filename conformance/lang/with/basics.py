from types import TracebackType


class Managed:
    def __init__(self, name: str, swallow: bool = False) -> None:
        self.name = name
        self.swallow = swallow

    def __enter__(self) -> "Managed":
        print("enter", self.name)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        print("exit", self.name, "none" if error is None else repr(error))
        return self.swallow


def find(limit: int) -> int:
    for k in range(10):
        with Managed(f"loop {k}"):
            if k == limit:
                return k
    return -1


def main() -> None:
    with Managed("a") as a, Managed("b"):
        print("body", a.name)
    with Managed("swallowing", True):
        raise ValueError("hidden")
    try:
        with Managed("passing"):
            raise KeyError("shown")
    except KeyError as e:
        print("caught", e)
    print(find(1))
    for k in range(3):
        with Managed(f"c{k}"):
            if k == 0:
                continue
            break


main()
