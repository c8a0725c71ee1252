def product(items: list[int]) -> int:
    result = 1
    count = 0
    try:
        for n in items:
            try:
                result *= n
                if n == 0:
                    raise ValueError(f"zero after {count}")
            finally:
                count += 1
        return result
    except ValueError as e:
        print(e, count)
        return -result
    finally:
        print("count", count)


def main() -> None:
    print(product([2**40, 2**40, 3]))
    print(product([2**40, 2**40, 0, 7]))
    print(product([]))


main()
