def main() -> None:
    print("a b  c".split(), "a b  c".split(" "), "".split(), "".split(","), "   ".split())
    print("a,b,,c,".split(","), "a,b,c,d".split(",", 2), "a,b,c,d".rsplit(",", 2))
    print(" a b c ".split(None, 1), " a b c ".rsplit(None, 1), "a<>b<>c".split("<>"))
    print("one\ntwo\r\nthree\rfour\x0bfive\u2028six".splitlines())
    print("a\n\nb\n".splitlines(), "a\nb".splitlines(True), "".splitlines())
    print(", ".join(["a", "b", "c"]), "".join([]), "-".join("xyz"), "x".join(["only"]))
    print("/".join(str(n) for n in range(4)))
    try:
        print("a".split(""))
    except ValueError as e:
        print(e)


main()
