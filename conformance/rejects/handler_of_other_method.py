from krait import App

app = App()


@app.options("/")  # error: KR601
def hello() -> str:
    return "Hello"
