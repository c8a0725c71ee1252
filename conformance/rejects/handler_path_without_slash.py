from krait import App

app = App()


@app.get("hello")  # error: KR601
def hello() -> str:
    return "Hello"
