from krait import App

app = App()


PATH = "/" + "hello"


@app.get(PATH)  # error: KR601
def hello() -> str:
    return "Hello"
