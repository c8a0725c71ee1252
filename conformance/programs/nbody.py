"""Orbits of the giant planets, by steps of a symplectic integrator."""

import math
import sys

SOLAR_MASS = 4.0 * math.pi * math.pi
DAYS = 365.24


class Body:
    def __init__(
        self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float
    ) -> None:
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS
        self.vy = vy * DAYS
        self.vz = vz * DAYS
        self.mass = mass * SOLAR_MASS


def solar_system() -> list[Body]:
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.841, -1.160, -0.1036, 0.00166, 0.0077, -0.000069, 0.000954),
        Body(8.343, 4.125, -0.4035, -0.00277, 0.0050, 0.000023, 0.000286),
        Body(12.894, -15.111, -0.2233, 0.00296, 0.0024, -0.0000297, 0.0000437),
        Body(15.380, -25.919, 0.1793, 0.00268, 0.0016, -0.0000952, 0.0000515),
    ]


def rest_at_centre(bodies: list[Body]) -> None:
    sun = bodies[0]
    sun.vx = -sum((b.vx * b.mass for b in bodies), 0.0) / sun.mass
    sun.vy = -sum((b.vy * b.mass for b in bodies), 0.0) / sun.mass
    sun.vz = -sum((b.vz * b.mass for b in bodies), 0.0) / sun.mass


def energy(bodies: list[Body]) -> float:
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for b in bodies[i + 1 :]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(pairs: list[tuple[Body, Body]], bodies: list[Body], dt: float) -> None:
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        squared = dx * dx + dy * dy + dz * dz
        pull = dt / (squared * math.sqrt(squared))
        a.vx -= dx * b.mass * pull
        a.vy -= dy * b.mass * pull
        a.vz -= dz * b.mass * pull
        b.vx += dx * a.mass * pull
        b.vy += dy * a.mass * pull
        b.vz += dz * a.mass * pull
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    bodies = solar_system()
    rest_at_centre(bodies)
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    print(f"{energy(bodies):.9f}")
    for _ in range(steps):
        advance(pairs, bodies, 0.01)
    print(f"{energy(bodies):.9f}")


if __name__ == "__main__":
    main()
