"""A field read before anything sets it, and nobody catches it."""


class Connection:
    def open(self, port: int) -> None:
        self.port = port

    def show(self) -> str:
        return f"port {self.port}"


connection = Connection()
connection.open(80)
print(connection.show())
print(Connection().show())
