def main() -> None:
    s = "abcdefghij"
    print(s[2:5], s[:3], s[7:], s[:], s[-3:], s[:-3], s[2:-2], s[-100:100], s[5:2])
    print(s[::2], s[1::3], s[::-1], s[8:2:-2], s[-1:-4:-1], s[100:], s[:0], s[::100])
    print(s[slice(1, 4)], s[slice(None, None, -3)])
    for step in [1, 2, -1, -3]:
        print([s[a:b:step] for a in (0, 3, -2) for b in (1, 8, -4)])
    try:
        print(s[::0])
    except ValueError as e:
        print(e)


main()
