import geometry
from geometry import Point, origin
from text_tools import shout as loud
import text_tools as tools

print(geometry.area(2.0, 3.5), geometry.SCALE, Point(3, 4).length_squared(), origin().x)
print(loud("hi"), tools.count("banana", "a"), tools.calls)
tools.shout("again")
print(tools.calls, __name__, geometry.name())
if isinstance(origin(), geometry.Point):
    print("same class")
