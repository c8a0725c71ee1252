def main() -> None:
    numbers = [1, 2, 3]
    numbers.append(2**70)
    numbers.append(-5)
    print(numbers, numbers[3], numbers[-1], len(numbers))
    numbers[0] = -(2**63) - 1
    print(numbers, max(numbers), min(numbers), sum(numbers))
    numbers.sort()
    print(numbers)
    print(numbers.index(2**70), 2**70 in numbers, 2**71 in numbers)
    numbers.remove(2**70)
    print(numbers, numbers.pop(0), numbers)
    for i in range(len(numbers)):
        numbers[i] <<= 62
    print(numbers)


main()
