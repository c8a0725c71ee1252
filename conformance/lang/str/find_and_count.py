def main() -> None:
    s = "abracadabra"
    print(s.find("a"), s.find("a", 1), s.find("x"), s.find("bra", 2), s.find("a", -3), s.find(""))
    print(s.rfind("a"), s.rfind("bra"), s.rfind("a", 0, 5), s.rfind(""), s.find("", 20))
    print(s.count("a"), s.count("abra"), s.count("aa"), s.count(""), s.count("a", 2, 6))
    print(s.index("cad"), s.rindex("a"), s.startswith("abra"), s.endswith("bra"))
    print(s.startswith(("x", "ab")), s.startswith("bra", 1), s.endswith("ca", 0, 6))
    for missing in ["z", "abrac "]:
        try:
            print(s.index(missing))
        except ValueError as e:
            print(e)
    print("cad" in s, "xyz" not in s, "" in s)


main()
