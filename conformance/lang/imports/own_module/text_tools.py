calls = 0


def shout(text: str) -> str:
    global calls
    calls += 1
    return text.upper() + "!"


def count(text: str, part: str) -> int:
    return text.count(part)
