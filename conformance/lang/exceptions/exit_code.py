import sys


def main() -> None:
    print("leaving")
    try:
        sys.exit(3)
    finally:
        print("finally")


main()
