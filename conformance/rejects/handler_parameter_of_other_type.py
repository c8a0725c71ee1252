from krait import App

app = App()


@app.get("/")
def hello(names: list[str]) -> str:  # error: KR601
    return ", ".join(names)
