def main() -> None:
    values = [0.5] * 4
    values[2] = -1.5
    values.append(2.0)
    values.extend([1e3, -0.0])
    values.insert(0, 9.75)
    print(values, sum(values, 0.0), max(values), min(values), len(values))
    values.sort()
    print(values, values.index(2.0), 0.5 in values, values.count(0.5))
    del values[0]
    print(values[::-1], values[1:3], values.pop(), values)
    doubled = [v * 2 for v in values]
    print(doubled, [a + b for a, b in zip(values, doubled)])


main()
