def main() -> None:
    print(format(255, "x"), format(3.14159, ".2f"), format("a", ">5"), format(1234567, ","))
    print(format(5), format(None), format("x"), format(1e10), format(True), format(-5, "08b"))
    print(hex(255), oct(8), bin(5), hex(-255), bin(-1), ascii("é"), chr(233), ord("é"))


main()
