def main() -> None:
    a = [1, 2, 3, 4]
    for x in a:
        if x % 2 == 0:
            a.append(x * 10 + 1)
    print(a)
    b = [1, 2, 3, 4, 5, 6]
    for x in b:
        b.remove(x)
    print(b)
    for x in b[:]:
        b.append(x)
    print(b)


main()
