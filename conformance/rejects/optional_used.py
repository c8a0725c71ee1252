def length(text: str | None) -> int:
    return len(text)  # error: KR313


print(length("a"))
