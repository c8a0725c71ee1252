from dataclasses import asdict, astuple, dataclass


@dataclass
class Engine:
    power: int


@dataclass
class Car:
    name: str
    engine: Engine
    doors: int = 4


def main() -> None:
    car = Car("kit", Engine(90))
    print(asdict(car), astuple(car), car)
    car.engine.power += 10
    print(car.engine, [car], {"car": car})


main()
