class Account:
    bank = "First"

    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance
        self.history: list[int] = []

    def deposit(self, amount: int) -> "Account":
        self.balance += amount
        self.history.append(amount)
        return self

    def __repr__(self) -> str:
        return f"Account({self.owner!r}, {self.balance})"


def main() -> None:
    a = Account("Ada")
    b = Account(owner="Bob", balance=10)
    a.deposit(5).deposit(2**63)
    print(a, b, [a, b], a.history, b.history, a is a, a == b, a != b)
    print(a.bank, Account.bank, str(b), f"{b} {b!r}", a.owner + b.owner)
    a.balance = 0
    a.balance -= 3
    print(a, isinstance(a, Account), type(a).__name__, type(a) is Account)


main()
