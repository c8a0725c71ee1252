def handle(event: dict[str, str]) -> str:
    match event:
        case {"type": "click", "x": x, "y": y}:
            return f"click at {x},{y}"
        case {"type": "key", "code": "ESC"}:
            return "escape"
        case {"type": "key", **rest}:
            return f"key {sorted(rest.items())}"
        case {"type": kind}:
            return f"unknown {kind}"
        case _:
            return "no type"


def main() -> None:
    print(handle({"type": "click", "x": "1", "y": "2", "z": "3"}))
    print(handle({"type": "key", "code": "ESC"}), handle({"type": "key", "code": "A", "m": "s"}))
    print(handle({"type": "odd"}), handle({}))


main()
