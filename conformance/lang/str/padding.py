def main() -> None:
    for s in ["ab", "", "longer than", "日本"]:
        print([s.ljust(6), s.rjust(6), s.center(6), s.center(7, "*"), s.ljust(5, ".")])
    for s in ["42", "-42", "+7", "", "--1", "abc"]:
        print(s.zfill(5), s.zfill(2))
    print("a\tbc\td".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(0) == "")
    try:
        print("a".center(4, "ab"))
    except TypeError as e:
        print(e)


main()
