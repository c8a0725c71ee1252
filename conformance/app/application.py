"""The application that cases.json asks: every kind of parameter and result."""

from krait import App

app = App()


class Refusal(ValueError):
    pass


@app.get("/")
def hello() -> str:
    return "Hello, World!"


@app.get("/int/{n}")
def whole(n: int) -> int:
    return n


@app.get("/square/{n}")
def square(n: int) -> int:
    return n * n


@app.get("/float/{x}")
def real(x: float) -> str:
    return f"{x!r} {x + 0.5}"


@app.get("/bool/{b}")
def truth(b: bool) -> str:
    return "yes" if b else "no"


@app.get("/text/{t}")
def text(t: str) -> str:
    return f"{len(t)}:{t}"


@app.get("/query")
def query(n: int, word: str = "none", x: float = 1.5, b: bool = False) -> str:
    return f"{n} {word} {x} {b}"


@app.get("/mixed/{left}/and/{right}")
def mixed(right: str, left: str, *, times: int = 1) -> str:
    return f"{left}-{right}" * times


@app.get("/choice/{name}")
def by_name(name: str) -> str:
    return f"name {name}"


@app.get("/choice/me")
def by_literal() -> str:
    return "me"


@app.get("/choice/{name}/tail")
def with_tail(name: str) -> str:
    return f"tail {name}"


@app.get("/choice/me/{rest}")
def with_rest(rest: str) -> str:
    return f"rest {rest}"


@app.get("/schön/日本")
def beyond_ascii() -> str:
    return "Grüße, 世界 \U0001f40d"


@app.get("/empty")
def empty() -> str:
    return ""


@app.get("/bytes")
def binary() -> bytes:
    return b"\x00\xff\x80abc"


@app.get("/dict")
def table() -> dict[str, int]:
    return {"b": 2, "a": 1, "big": 2**70, "negative": -1}


@app.get("/nested")
def nested() -> dict[str, list[dict[str, str]]]:
    return {
        "items": [{"name": 'quote " \\ \n \x01 \x7f', "text": "Grüße \u2028 \U0001f40d"}],
        "": [],
    }


@app.get("/list")
def numbers() -> list[float]:
    return [1.0, 0.1, 1e300, -0.0, 1e16, 123456789.125]


@app.get("/optional")
def optional() -> list[str | None]:
    return ["a", None]


@app.get("/flags")
def flags() -> list[bool]:
    return [True, False]


@app.get("/none")
def nothing() -> None:
    pass


@app.post("/items/{n}")
def create(n: int) -> dict[str, int]:
    return {"created": n}


@app.put("/items/{n}")
def replace(n: int) -> str:
    return f"replaced {n}"


@app.patch("/items/{n}")
def change(n: int) -> str:
    return f"changed {n}"


@app.delete("/items/{n}")
def remove(n: int) -> None:
    pass


@app.get("/raises/{n}")
def raises(n: int) -> int:
    if n < 0:
        raise Refusal("below zero")
    return 10 // n


@app.get("/exits")
def exits() -> str:
    raise SystemExit(3)


@app.get("/deep/{n}")
def deep(n: int) -> int:
    return 0 if n == 0 else 1 + deep(n - 1)


@app.get("/surrogate")
def surrogate() -> str:
    return chr(0xD800)


@app.get("/nan")
def not_a_number() -> list[float]:
    return [float("nan")]


PRICES: dict[str, int] = {"apple": 3, "pear": 5}
NAMES: dict[str, list[str]] = {"fruit": ["apple", "pear"]}
ORDER: tuple[str, ...] = ("pear", "apple")


@app.get("/prices/{name}")
def price(name: str) -> int:
    if name not in PRICES:
        return PRICES.get("pear", 0) + len(PRICES)
    return PRICES[name] + len(NAMES["fruit"][0]) + len(ORDER[0])


@app.get("/prices")
def prices() -> dict[str, int]:
    return {name: PRICES[name] for name in ORDER if name in PRICES}
