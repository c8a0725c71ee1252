def make() -> int:
    return Late().size  # error: KR202


def run() -> int:
    return make()


print(run())


class Late:
    def __init__(self) -> None:
        self.size = 1
