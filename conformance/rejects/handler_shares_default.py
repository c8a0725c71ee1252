from krait import App

app = App()


def remember(name: str, names: list[str] = []) -> int:  # error: KR602
    names.append(name)
    return len(names)


@app.get("/{name}")
def hello(name: str) -> int:
    return remember(name)
