from krait import App

app = App()


NAME = "you"


@app.get("/")
def hello(name: str = NAME) -> str:  # error: KR601
    return "Hello, " + name
