from krait import App

app = App()


@app.get("/")
def hello(names: list[str]) -> str:
    return ", ".join(names)
