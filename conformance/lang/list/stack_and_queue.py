from collections import deque


def balanced(text: str) -> bool:
    pairs = {")": "(", "]": "[", "}": "{"}
    stack: list[str] = []
    for c in text:
        if c in "([{":
            stack.append(c)
        elif c in pairs:
            if not stack or stack.pop() != pairs[c]:
                return False
    return not stack


def main() -> None:
    for text in ["", "()", "([]{})", "(]", "((", "a(b)c]"]:
        print(text, balanced(text))
    queue: deque[int] = deque([1, 2, 3])
    queue.append(4)
    queue.appendleft(0)
    print(queue, queue.popleft(), queue.pop(), len(queue))
    queue.rotate(1)
    print(queue, list(queue), deque([1, 2, 3], maxlen=2))


main()
