def main() -> None:
    a = list(range(10))
    print(a[2:5], a[::3], a[::-1], a[-3:], a[:-7], a[8:1:-3], a[5:5], a[20:])
    a[2:4] = [20, 30, 40]
    print(a)
    a[::2] = [-1] * len(a[::2])
    print(a)
    a[1:1] = [100, 200]
    print(a)
    del a[3:6]
    del a[::4]
    print(a)
    a[:] = [1, 2]
    a[5:] = [3]
    print(a, a[-1:], a[:100])
    b = a[:]
    b.append(9)
    print(a, b)


main()
