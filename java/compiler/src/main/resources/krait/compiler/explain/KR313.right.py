def length(text: str | None) -> int:
    if text is None:
        return 0
    return len(text)
