from functools import cache, lru_cache


@cache
def length(items: list[int]) -> int:
    return len(items)


@lru_cache(maxsize=2)
def pair(first: list[int], second: int) -> int:
    return len(first) + second


try:
    length([1])
except TypeError as error:
    print(error)
try:
    pair([1], 2)
except TypeError as error:
    print(error, pair.cache_info())
