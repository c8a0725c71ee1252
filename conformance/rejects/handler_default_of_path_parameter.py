from krait import App

app = App()


@app.get("/{name}")
def hello(name: str = "you") -> str:  # error: KR601
    return "Hello, " + name
