main()  # error: KR202


def main() -> None:
    print("late")
