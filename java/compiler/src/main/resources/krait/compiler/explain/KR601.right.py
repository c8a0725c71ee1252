from krait import App

app = App()


@app.get("/")
def hello(name: str) -> str:
    return "Hello, " + name
