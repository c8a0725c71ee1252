def main() -> None:
    for s in ["abc", "", "äöü", "a long one indeed", "😀"]:
        print(f"{s:10}|{s:<10}|{s:>10}|{s:^10}|{s:*^10}|{s:.2}|{s:8.2}|{s:>8.1}|{s!r:>12}|{s:s}")
    width = 7
    precision = 3
    print(f"{'abcdef':{width}.{precision}}|{'abcdef':>{width}}|{'x':{'*'}^{width}}|")


main()
