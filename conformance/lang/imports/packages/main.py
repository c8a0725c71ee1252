import shapes
import shapes.circle
from shapes import square
from shapes.circle import Circle
from shapes.deep.inner import VALUE, double

print(shapes.VERSION, Circle(2.0).area(), square.Square(3.0).area(), shapes.circle.COUNT)
print(VALUE, double(21), shapes.describe(Circle(1.0)))
