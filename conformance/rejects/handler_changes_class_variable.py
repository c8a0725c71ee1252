from krait import App

app = App()


class Statistics:
    count: int = 0

    @classmethod
    def step(cls) -> None:
        Statistics.count = 1  # error: KR602


@app.get("/")
def hello() -> str:
    Statistics.step()
    return "Hello"
