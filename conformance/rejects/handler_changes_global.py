from krait import App

app = App()
count = 0


def step() -> None:
    global count
    count += 1  # error: KR602


@app.get("/")
def hello() -> int:
    step()
    return count
