def main() -> None:
    print("working")
    raise SystemExit(2)


main()
