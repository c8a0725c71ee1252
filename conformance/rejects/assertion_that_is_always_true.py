count = len([1, 2])
assert (count == 3, "three")  # error: KR503
