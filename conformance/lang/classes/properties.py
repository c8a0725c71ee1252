class Temperature:
    def __init__(self, celsius: float) -> None:
        self._celsius = celsius

    @property
    def celsius(self) -> float:
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < -273.15:
            raise ValueError(f"too cold: {value}")
        self._celsius = value

    @property
    def fahrenheit(self) -> float:
        return self._celsius * 9 / 5 + 32


def main() -> None:
    t = Temperature(20.0)
    print(t.celsius, t.fahrenheit)
    t.celsius = 100.0
    t.celsius += 5.5
    print(t.celsius, t.fahrenheit)
    try:
        t.celsius = -300.0
    except ValueError as e:
        print(e)
    print(t.celsius)


main()
