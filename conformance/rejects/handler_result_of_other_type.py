from krait import App

app = App()


@app.get("/")
def half() -> float:  # error: KR601
    return 0.5
