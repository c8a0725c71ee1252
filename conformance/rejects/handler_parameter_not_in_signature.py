from krait import App

app = App()


@app.get("/{name}")  # error: KR601
def hello() -> str:
    return "Hello"
