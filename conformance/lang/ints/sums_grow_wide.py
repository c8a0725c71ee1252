def total(numbers: list[int]) -> int:
    result = 0
    for n in numbers:
        result += n
    return result


def main() -> None:
    numbers = [2**62, 2**62, 2**62, -(2**62), -(2**62)]
    for k in range(len(numbers) + 1):
        print(total(numbers[:k]), sum(numbers[:k]))
    print(sum(range(10**5)), sum([2**63, 1, -(2**63)]), sum([]))
    print(sum([1, 2, 3], 10), sum([1, 2], 2**64))


main()
