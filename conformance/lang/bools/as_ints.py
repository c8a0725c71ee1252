def main() -> None:
    flags = [True, False, True, True]
    print(sum(1 for flag in flags if flag), flags.count(True), int(True) + int(False))
    print(True == 1, False == 0, str(True), repr(False), f"{True}", [True, None, False])
    print(sorted([True, False, True]), max(True, False), hash(True), hash(False))
    print({True: "yes", False: "no"}[3 > 2], ("no", "yes")[int(3 > 2)])


main()
