from krait import App

app = App()


@app.get("/")
def squares() -> dict[int, int]:  # error: KR601
    return {n: n * n for n in range(3)}
