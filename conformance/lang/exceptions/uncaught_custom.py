class ProgramError(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(f"code {code}")
        self.code = code


def run(n: int) -> None:
    if n == 0:
        raise ProgramError(7)
    run(n - 1)


print("start")
run(3)
