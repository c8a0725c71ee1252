def later(name: str | None) -> int:
    if name is None:
        return 0
    size = lambda: len(name)  # error: KR313
    name = None
    return size()


print(later("a"))
