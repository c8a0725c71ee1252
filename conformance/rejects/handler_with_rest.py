from krait import App

app = App()


@app.get("/")
def hello(*names: str) -> str:  # error: KR601
    return "Hello"
