class Registry:
    def __init__(self) -> None:
        self.parts: list[Part] = []


class Part:
    def __init__(self, registry: Registry) -> None:
        registry.parts.append(self)  # error: KR401
        self.name = "part"


print(Part(Registry()).name)
