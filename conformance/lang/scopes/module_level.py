print("module begins")
numbers = [1, 2, 3]
total = 0
for n in numbers:
    total += n
print(total, n)
if total > 5:
    message = "large"
else:
    message = "small"
print(message)
while total > 0:
    total -= 4
print(total)
try:
    print(numbers[10])
except IndexError as e:
    print("caught", e)
squares = {k: k * k for k in range(3)}
print(squares)


def later() -> str:
    return message * 2


message = "changed "
print(later())
if __name__ == "__main__":
    print("main module", __name__)
