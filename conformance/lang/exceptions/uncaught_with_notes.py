def main() -> None:
    e = ValueError("x")
    e.add_note("n")
    e.add_note("m\nk")
    raise e


main()
