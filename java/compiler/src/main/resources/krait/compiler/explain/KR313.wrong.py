def length(text: str | None) -> int:
    return len(text)
