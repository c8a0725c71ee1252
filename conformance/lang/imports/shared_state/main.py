import counter
import reader

counter.increment()
counter.increment()
reader.show()
counter.total = 50
reader.show()
print(counter.total, counter.history)
