def main() -> None:
    high = "\ud83d"
    low = "\ude00"
    both = high + low
    print(len(high), len(both), repr(high), repr(both), ascii(both))
    print(both == "\U0001f600", both[0] == high, high < "\ue000", high in both)
    print(repr("a" + high), repr(both * 2), repr(both.replace(low, "x")))
    try:
        print(both.encode())
    except UnicodeEncodeError as e:
        print(e)
    print(high.encode("utf-8", "surrogatepass"), high.encode("utf-8", "replace"))


main()
