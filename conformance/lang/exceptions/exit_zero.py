import sys


def stop(code: int | None) -> None:
    sys.exit(code)


try:
    stop(4)
except SystemExit as e:
    print("caught", e.code)
stop(None)
print("never")
