def main() -> None:
    a = [3, 1, 2]
    a.append(5)
    a.extend([9, 8])
    a.insert(0, 7)
    a.insert(-1, 6)
    a.insert(100, 4)
    print(a, a.index(5), a.count(3), len(a), 9 in a, 10 not in a)
    print(a.pop(), a.pop(0), a.pop(-2), a)
    a.remove(2)
    a.reverse()
    print(a, a.copy() == a, a.copy() is a)
    a.sort()
    print(a, a[0], a[-1])
    a.sort(reverse=True)
    print(a)
    a.clear()
    print(a, not a)


main()
