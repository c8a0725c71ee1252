import sys


def work(depth: int) -> int:
    if depth == 0:
        sys.exit(5)
    try:
        return work(depth - 1)
    except Exception:
        print("not reached: SystemExit is no Exception")
        return 0
    finally:
        print("unwinding", depth)


work(3)
