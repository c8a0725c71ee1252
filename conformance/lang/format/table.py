ROWS = [("apples", 3, 1.25), ("pears", 12, 0.8), ("melons", 1, 4.0)]


def main() -> None:
    print(f"{'item':<10}{'count':>6}{'price':>10}")
    print("-" * 26)
    total = 0.0
    for name, count, price in ROWS:
        total += count * price
        print(f"{name:<10}{count:>6d}{price:>10.2f}")
    print(f"{'total':<16}{total:>10.2f}")
    print("\n".join("{:>3}".format(k * k) for k in range(4)))


main()
