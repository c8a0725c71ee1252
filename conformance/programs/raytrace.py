"""Spheres and a chequered floor, seen by a ray tracer."""

import math
import sys
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Vector:
    x: float
    y: float
    z: float

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, k: float) -> "Vector":
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other: "Vector") -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def normalized(self) -> "Vector":
        return self * (1.0 / math.sqrt(self.dot(self)))

    def mirrored(self, normal: "Vector") -> "Vector":
        return self - normal * (2.0 * self.dot(normal))


BLACK = Vector(0.0, 0.0, 0.0)
UP = Vector(0.0, 1.0, 0.0)


@dataclass(frozen=True)
class Ray:
    origin: Vector
    direction: Vector

    def at(self, t: float) -> Vector:
        return self.origin + self.direction * t


class Shape(Protocol):
    reflection: float

    def hit(self, ray: Ray) -> float | None: ...

    def normal(self, point: Vector) -> Vector: ...

    def color(self, point: Vector) -> Vector: ...


class Sphere:
    def __init__(self, centre: Vector, radius: float, color: Vector, reflection: float) -> None:
        self.centre = centre
        self.radius = radius
        self.paint = color
        self.reflection = reflection

    def hit(self, ray: Ray) -> float | None:
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        square = self.radius**2 - to_centre.dot(to_centre) + along * along
        if square < 0.0:
            return None
        return along - math.sqrt(square)

    def normal(self, point: Vector) -> Vector:
        return (point - self.centre).normalized()

    def color(self, point: Vector) -> Vector:
        return self.paint


class Floor:
    def __init__(self, height: float) -> None:
        self.height = height
        self.reflection = 0.1

    def hit(self, ray: Ray) -> float | None:
        if abs(ray.direction.y) < 1e-9:
            return None
        return (self.height - ray.origin.y) / ray.direction.y

    def normal(self, point: Vector) -> Vector:
        return UP

    def color(self, point: Vector) -> Vector:
        if (math.floor(point.x) + math.floor(point.z)) % 2 == 0:
            return Vector(1.0, 1.0, 1.0)
        return Vector(0.2, 0.2, 0.2)


class Scene:
    def __init__(self, shapes: list[Shape], light: Vector) -> None:
        self.shapes = shapes
        self.light = light
        self.rays = 0

    def nearest(self, ray: Ray) -> tuple[Shape, float] | None:
        best: tuple[Shape, float] | None = None
        for shape in self.shapes:
            t = shape.hit(ray)
            if t is not None and t > 1e-6 and (best is None or t < best[1]):
                best = (shape, t)
        return best

    def trace(self, ray: Ray, depth: int) -> Vector:
        self.rays += 1
        found = self.nearest(ray)
        if found is None:
            return Vector(0.5, 0.7, 1.0) * max(0.0, ray.direction.y)
        shape, t = found
        point = ray.at(t)
        normal = shape.normal(point)
        to_light = (self.light - point).normalized()
        brightness = 0.1
        if self.nearest(Ray(point, to_light)) is None:
            brightness += max(0.0, normal.dot(to_light)) * 0.9
        color = shape.color(point) * brightness
        if depth > 0 and shape.reflection > 0.0:
            mirrored = Ray(point, ray.direction.mirrored(normal).normalized())
            color = color + self.trace(mirrored, depth - 1) * shape.reflection
        return color


def byte(value: float) -> int:
    return max(0, min(255, int(value * 255)))


def main() -> None:
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 32
    height = width * 3 // 4
    shapes: list[Shape] = [Floor(-1.0)]
    for i in range(5):
        centre = Vector(i * 1.5 - 3.0, math.sin(i * 1.3) * 0.5, 6.0 + i % 2)
        shapes.append(Sphere(centre, 0.8, Vector(0.2 * i, 1.0 - 0.2 * i, 0.6), 0.3))
    scene = Scene(shapes, Vector(5.0, 10.0, -5.0))
    checksum = 0
    for y in range(height):
        line = ""
        for x in range(width):
            direction = Vector((x - width / 2) / width, (height / 2 - y) / width, 1.0)
            color = scene.trace(Ray(BLACK, direction.normalized()), 3)
            grey = byte((color.x + color.y + color.z) / 3.0)
            checksum = (checksum * 31 + byte(color.x) + 7 * byte(color.z) + grey) & 0xFFFFFFFF
            line += " .:-=+*#%@"[grey * 10 // 256]
        if width <= 64:
            print(line.rstrip())
    print(scene.rays, checksum)


if __name__ == "__main__":
    main()
