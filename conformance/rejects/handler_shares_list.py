from krait import App

app = App()
seen: list[str] = []


@app.get("/{name}")
def hello(name: str) -> int:
    seen.append(name)  # error: KR602
    return len(seen)
