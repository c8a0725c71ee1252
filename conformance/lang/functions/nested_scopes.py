level = "global"


def outer() -> str:
    level = "outer"

    def middle() -> str:
        def inner() -> str:
            return level

        return inner()

    def assign() -> str:
        level = "local"
        return level

    return f"{middle()} {assign()} {level}"


def deep(n: int) -> int:
    def one(a: int) -> int:
        def two(b: int) -> int:
            def three(c: int) -> int:
                return n + a + b + c

            return three(1) + three(2)

        return two(10) + two(20)

    return one(100)


def main() -> None:
    print(outer(), level, deep(1000))


main()
