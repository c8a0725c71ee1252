def connect(host: str, port: int = 80, *, secure: bool = False, path: str = "/") -> str:
    scheme = "https" if secure else "http"
    return f"{scheme}://{host}:{port}{path}"


def power(base: float, exponent: float = 2.0) -> float:
    return exponent * base


def main() -> None:
    print(connect("a"), connect("b", 8080), connect("c", secure=True), connect(host="d", port=1))
    print(connect("e", path="/x", secure=True), connect(port=5, host="f"))
    print(power(3.0), power(2.0, 10.0), power(exponent=0.5, base=16.0))


main()
