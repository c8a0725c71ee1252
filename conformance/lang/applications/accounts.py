from abc import ABC, abstractmethod
from datetime import date
from typing import ClassVar


class Account(ABC):
    _next_id: ClassVar[int] = 1
    fee = 0.0

    def __init__(self, owner: str, balance: float = 0.0) -> None:
        self.id = Account._next_id
        Account._next_id += 1
        self.owner = owner
        self._balance = balance
        self.history: list[tuple[str, float]] = []

    @property
    def balance(self) -> float:
        return self._balance

    @abstractmethod
    def interest(self) -> float: ...

    def deposit(self, amount: float) -> "Account":
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount: float) -> None:
        total = amount + self.fee
        if total > self._available():
            raise ValueError(f"insufficient funds: {self._balance:.2f} < {total:.2f}")
        self._balance -= total
        self.history.append(("withdraw", total))

    def _available(self) -> float:
        return self._balance

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.owner!r}, {self._balance:.2f})"


class Savings(Account):
    rate = 0.05

    def interest(self) -> float:
        return self.balance * self.rate


class Checking(Account):
    fee = 1.0
    overdraft = 100.0

    def interest(self) -> float:
        return 0.0

    def _available(self) -> float:
        return self.balance + self.overdraft


class Bank:
    _instance: "Bank | None" = None

    def __init__(self, name: str) -> None:
        self.name = name
        self.accounts: dict[int, Account] = {}

    @classmethod
    def instance(cls) -> "Bank":
        if cls._instance is None:
            cls._instance = cls("First")
        return cls._instance

    def open(self, account: Account) -> Account:
        self.accounts[account.id] = account
        return account

    def transfer(self, source: Account, target: Account, amount: float) -> bool:
        try:
            source.withdraw(amount)
        except ValueError as error:
            print("failed:", error)
            return False
        target.deposit(amount)
        return True


def main() -> None:
    bank = Bank.instance()
    a = bank.open(Savings("Ann", 100.0))
    b = bank.open(Checking("Bob"))
    print(bank.transfer(a, b, 30.0), bank.transfer(b, a, 200.0), bank.transfer(b, a, 120.0))
    for number, account in bank.accounts.items():
        print(number, account, account.interest(), account.history)
    a.deposit(1.5).deposit(2.5)
    try:
        a.deposit(-1.0)
    except ValueError as e:
        print(e)
    print(Bank.instance() is bank, sum(x.balance for x in bank.accounts.values()) > 0)
    print(date(2024, 2, 29).isoformat())


main()
