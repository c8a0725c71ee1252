def main() -> None:
    data = [3, -1, 4, -1, 5]
    total = 0
    print([total := total + n for n in data], total)
    print([half for n in data if (half := n // 2) > 0])
    if (n := len(data)) > 3:
        print("long", n)
    text = "a=1;b=2;c"
    while (at := text.find(";")) >= 0:
        print(text[:at])
        text = text[at + 1 :]
    print(text, any((found := n) > 3 for n in data), found)


main()
