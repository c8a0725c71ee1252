for n in range(5):
    x: int = 2 ** n
    print(x)
xs = [1, 2]
print(2 ** len(xs) + 1, 10 ** 3 % 7)


def h(n: int) -> int:
    return 2 ** abs(n)


print(h(10), h(-3), h(100))
print(sum(2 ** i for i in range(4)), [10 ** k for k in range(3)])
print({k: 3 ** k for k in range(1, 6, 2)})


def total(digits: list[int]) -> int:
    t = 0
    for i in range(len(digits)):
        t += digits[i] * 10 ** i
    for i in range(3, len(digits) + 100):
        t += 7 ** (i + 1) // 3
    return t


print(total([1, 2, 3]))
print([2 ** i for i in range(60, 70)][-1])
