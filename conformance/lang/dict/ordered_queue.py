"""An OrderedDict from whose front and end items are taken, while others come and move."""

from collections import OrderedDict

queue: OrderedDict[int, str] = OrderedDict()
state = 7
taken = 0
for n in range(4000):
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    choice = state >> 16 & 7
    key = state >> 20 & 63
    if choice < 3:
        queue[key] = str(n)
    elif choice == 3 and key in queue:
        queue.move_to_end(key)
    elif choice == 4 and key in queue:
        queue.move_to_end(key, last=False)
    elif choice == 5 and queue:
        taken += queue.popitem(last=False)[0]
    elif choice == 6 and len(queue) > 20:
        taken -= queue.popitem()[0]
    elif choice == 7:
        queue.pop(key, "")
    if n % 500 == 0:
        print(n, taken, list(queue), queue.copy() == queue)
print(queue)
while queue:
    print(queue.popitem(last=False), end=" ")
print(queue, len(queue))
queue[1] = "back"
print(queue, queue.popitem(last=False))
try:
    queue.popitem(last=False)
except KeyError as e:
    print("KeyError", e)
try:
    queue.move_to_end(3)
except KeyError as e:
    print("KeyError", e)

longer: OrderedDict[int, int] = OrderedDict()
total = 0
for n in range(60000):
    longer[n] = n
    if n >= 20000:
        total += longer.popitem(last=False)[1]
print(total, len(longer))
