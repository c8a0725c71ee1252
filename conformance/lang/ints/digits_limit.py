import sys


def main() -> None:
    wide = 10**5000
    try:
        print(str(wide))
    except ValueError as e:
        print(e)
    sys.set_int_max_str_digits(0)
    print(len(str(wide)), sys.get_int_max_str_digits())
    sys.set_int_max_str_digits(640)
    try:
        print(int("1" * 641))
    except ValueError as e:
        print(e)
    try:
        sys.set_int_max_str_digits(5)
    except ValueError as e:
        print(e)


main()
