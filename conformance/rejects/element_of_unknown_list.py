def add(value: object) -> None:
    if isinstance(value, list):
        value.append(3)  # error: KR310


add([1])
