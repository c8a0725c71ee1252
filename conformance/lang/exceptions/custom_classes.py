class BankError(Exception):
    pass


class Insufficient(BankError):
    def __init__(self, needed: int, available: int) -> None:
        super().__init__(f"needed {needed}, available {available}")
        self.needed = needed
        self.available = available

    @property
    def missing(self) -> int:
        return self.needed - self.available


class Closed(BankError):
    def __str__(self) -> str:
        return "the account is closed"


def withdraw(balance: int, amount: int, closed: bool = False) -> int:
    if closed:
        raise Closed()
    if amount > balance:
        raise Insufficient(amount, balance)
    return balance - amount


def main() -> None:
    print(withdraw(10, 3))
    for balance, amount, closed in [(5, 2**64, False), (5, 1, True)]:
        try:
            withdraw(balance, amount, closed)
        except Insufficient as e:
            print(e, e.missing, e.args, repr(e))
        except BankError as e:
            print(type(e).__name__, e, repr(e), isinstance(e, Exception))


main()
