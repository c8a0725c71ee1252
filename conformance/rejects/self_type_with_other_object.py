from typing import Self


class Builder:
    def copy(self) -> Self:
        return Builder()  # error: KR310


print(Builder().copy())
