class Greeter:
    def greet(self) -> None:
        print("hello")


Greeter().greet()
