def main() -> None:
    powers: dict[int, int] = {}
    for k in range(60, 68):
        powers[k] = 1 << k
    print(powers)
    inverse = {value: key for key, value in powers.items()}
    print(inverse[2**64], inverse.get(2**63), inverse.get(5), 2**65 in inverse)
    powers[60] += 2**80
    print(powers[60], powers[61] * powers[62])
    total = 0
    for value in powers.values():
        total += value
    print(total)


main()
