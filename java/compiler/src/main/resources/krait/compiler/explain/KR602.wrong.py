from krait import App

app = App()
count = 0


@app.get("/")
def hello() -> int:
    global count
    count += 1
    return count
