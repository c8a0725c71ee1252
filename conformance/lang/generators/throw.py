from typing import Generator


def worker() -> Generator[str, None, None]:
    for k in range(5):
        try:
            yield f"step {k}"
        except ValueError as e:
            yield f"handled {e}"
        except KeyError:
            print("giving up")
            return


def main() -> None:
    g = worker()
    print(next(g))
    print(g.throw(ValueError("bad")))
    print(next(g))
    try:
        g.throw(KeyError("k"))
    except StopIteration:
        print("stopped")
    h = worker()
    next(h)
    try:
        h.throw(RuntimeError("through"))
    except RuntimeError as e:
        print(type(e).__name__, e)
    print(list(h))


main()
