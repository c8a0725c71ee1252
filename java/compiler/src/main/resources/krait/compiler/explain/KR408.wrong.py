class Greeter:
    @print
    def greet(self) -> None:
        print("hello")


Greeter().greet()
