def main() -> None:
    try:
        error = ValueError("with notes")
        error.add_note("first note")
        error.add_note("second note")
        raise error
    except ValueError as e:
        print(e, e.__notes__)


main()
