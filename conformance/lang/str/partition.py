def main() -> None:
    for s in ["key=value", "a=b=c", "none", "=", ""]:
        print(s.partition("="), s.rpartition("="))
    head, separator, tail = "user@example.org".partition("@")
    print(head, tail, bool(separator))


main()
