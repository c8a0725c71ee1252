from krait import App

app = App()
PRICES: dict[str, int] = {"apple": 3}


@app.get("/")
def prices() -> dict[str, int]:
    return PRICES  # error: KR602
