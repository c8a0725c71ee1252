from enum import Flag, auto


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()


def allowed(given: Permission, wanted: Permission) -> bool:
    return (given & wanted) == wanted


def main() -> None:
    both = Permission.READ | Permission.WRITE
    print(allowed(both, Permission.READ), allowed(both, Permission.RUN), Permission.RUN in both)
    print(both.value, Permission.RUN.value, bool(both & Permission.RUN), Permission(0).value)


main()
