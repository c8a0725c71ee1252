def main() -> None:
    items = [1, 2, 3]
    for index in [2**63, -(2**63) - 1, 10**30]:
        try:
            print(items[index])
        except IndexError as e:
            print("IndexError", e)
    print(items[-(2**70) : 2**70], items[:: 2**65], "abc"[2**64 :] == "")
    try:
        print("a" * 2**70)
    except OverflowError as e:
        print("OverflowError", e)


main()
