from krait import App

app = App()
COUNT = 1


@app.get("/")
def hello() -> int:
    return COUNT
