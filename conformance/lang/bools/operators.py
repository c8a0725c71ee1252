def main() -> None:
    for a in [True, False]:
        for b in [True, False]:
            print(a, b, a and b, a or b, a == b, a != b, a is b, not a)
            print(a & b, a | b, a ^ b)
    flag = True
    flag &= False
    print(flag, flag | True, not not flag)


main()
