"""The photographs: little landscapes as SVG, drawn from nothing but the photo's number.

The same number always gives the same picture, so no image is stored anywhere.
"""

from math import sin, tau
from random import Random

WIDTH, HEIGHT = 640, 480
HORIZON = 300
SUBJECTS = ("mountains", "sea", "dunes", "forest", "city", "night")

# From top to bottom: the sky's two colours, the light, the farthest and the nearest ground.
PALETTES = {
    "mountains": (
        ("#f6b26b", "#fde7c5", "#fff4d6", "#c58b8b", "#3b2c4a"),
        ("#7fb7e6", "#e6f3fb", "#ffffff", "#9db9cf", "#23425c"),
        ("#e88a9a", "#fbd9c9", "#fff0dd", "#b58bb0", "#2e2450"),
    ),
    "sea": (
        ("#ff9e6d", "#ffe0b0", "#fff6d8", "#e58a6c", "#1f3a5f"),
        ("#69b6d9", "#dff4f5", "#ffffff", "#6ec3cf", "#0e4d68"),
        ("#8d7ac7", "#f5c3c8", "#ffe9d6", "#9a86c4", "#252a5a"),
    ),
    "dunes": (
        ("#8ecae6", "#f7ead0", "#fffbe9", "#efc88b", "#b5651d"),
        ("#f4a261", "#ffe3c2", "#fff3d9", "#e9a76a", "#7a3b1d"),
    ),
    "forest": (
        ("#cfe8d5", "#f4f7e6", "#ffffff", "#9fc4a4", "#143a2b"),
        ("#f2c48d", "#fbeed3", "#fff7e2", "#b7a86a", "#2f3b1c"),
        ("#a9c9d8", "#eef5f2", "#ffffff", "#8fb3b0", "#12343b"),
    ),
    "city": (
        ("#3a3f77", "#f08a6b", "#ffd9a0", "#6a5480", "#1a1730"),
        ("#86c5da", "#f0f6f2", "#ffffff", "#a3b8c6", "#33475b"),
    ),
    "night": (
        ("#0b1033", "#2d3a78", "#f6f1d3", "#27306b", "#060920"),
        ("#06141f", "#12525f", "#e8fbf4", "#14454f", "#020b10"),
    ),
}


def subject(photo_id):
    """What the photo shows: one of SUBJECTS."""
    return SUBJECTS[(photo_id * 2_654_435_761 >> 9) % len(SUBJECTS)]


def draw(photo_id):
    """The photo as the text of an SVG file."""
    random = Random(photo_id)
    what = subject(photo_id)
    top, bottom, light, far, near = random.choice(PALETTES[what])
    shapes = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#sky)"/>'
    ]
    if what == "night":
        shapes += _stars(random)
    shapes += _sun(random, light, low=what == "sea")
    shapes += GROUNDS[what](random, light, far, near)
    shapes.append("</svg>")
    return "".join(shapes)


def _sun(random, light, low):
    x = random.randint(90, WIDTH - 90)
    y = random.randint(200, HORIZON) if low else random.randint(70, 190)
    r = random.randint(24, 46)
    yield f'<g fill="{light}"><circle cx="{x}" cy="{y}" r="{r * 2}" opacity=".18"/>'
    yield f'<circle cx="{x}" cy="{y}" r="{r}" opacity=".95"/></g>'


def _stars(random):
    yield '<g fill="#fff">'
    for _ in range(70):
        x, y, r = random.randrange(WIDTH), random.randrange(HORIZON), random.choice((0.7, 1, 1.6))
        yield f'<circle cx="{x}" cy="{y}" r="{r}" opacity="{random.uniform(0.3, 1):.1f}"/>'
    yield "</g>"


def _mountains(random, light, far, near):
    for layer in range(5):
        depth = layer / 4
        base = 215 + 200 * depth
        waves = _waves(random, count=5, height=66 - 30 * depth, first=0.7 + depth)
        jitter = 9 * (1 - depth)
        points = [
            (x, base + _height(waves, x) + random.uniform(-jitter, jitter))
            for x in range(0, WIDTH + 1, 16)
        ]
        yield _ground(points, _mix(far, near, depth))


def _dunes(random, light, far, near):
    for layer in range(4):
        depth = layer / 3
        waves = _waves(random, count=2, height=26 + 18 * depth, first=0.5)
        points = [(x, 265 + 150 * depth + _height(waves, x)) for x in range(0, WIDTH + 1, 16)]
        yield _ground(points, _mix(far, near, depth))


def _sea(random, light, far, near):
    for layer in range(7):
        depth = layer / 6
        waves = _waves(random, count=2, height=1 + 9 * depth, first=2 + 3 * (1 - depth))
        points = [
            (x, HORIZON + 165 * depth**1.4 + _height(waves, x)) for x in range(0, WIDTH + 1, 16)
        ]
        yield _ground(points, _mix(far, near, depth))
    x, y = random.randint(120, WIDTH - 120), random.randint(345, 400)
    yield f'<path d="M{x} {y}h46l-9 12h-28z" fill="#2b2233"/>'
    yield f'<path d="M{x + 22} {y - 4}v-52l26 48z" fill="{light}"/>'


def _forest(random, light, far, near):
    for layer in range(4):
        depth = layer / 3
        colour = _mix(far, near, depth)
        base = 290 + 130 * depth
        yield f'<path fill="{colour}" d="M0 {base:.0f}h{WIDTH}v{HEIGHT}H0z'
        x = random.randint(-30, 0)
        while x < WIDTH:
            height = round(random.randint(60, 105) * (0.7 + depth))
            half = round(height * 0.21)
            yield f"M{x} {base + 2:.0f}l{half} {-height} {half} {height}z"
            x += random.randint(half, 2 * half)
        yield '"/>'


def _city(random, light, far, near):
    for layer in range(3):
        depth = layer / 2
        x = random.randint(-40, 0)
        windows = []
        yield f'<path fill="{_mix(far, near, depth)}" d="'
        while x < WIDTH:
            width, height = random.randint(34, 74), random.randint(90, 250 - layer * 50)
            y = HEIGHT - 40 + 20 * layer - height
            yield f"M{x} {y}h{width}V{HEIGHT}H{x}z"
            if depth:
                windows += [
                    f"M{x + column} {y + row}h5v8h-5z"
                    for column in range(8, width - 10, 12)
                    for row in range(12, min(height, 150), 18)
                    if random.random() < 0.3
                ]
            x += width + random.choice((0, 0, 2, 14))
        yield f'"/><path fill="{light}" opacity=".75" d="{"".join(windows)}"/>'


GROUNDS = {
    "mountains": _mountains,
    "sea": _sea,
    "dunes": _dunes,
    "forest": _forest,
    "city": _city,
    "night": _mountains,
}


def _waves(random, count, height, first):
    """Amplitude, frequency and phase of sines that add up to a skyline; each finer and lower."""
    return [
        (height / 2**n, tau * first * 1.9**n / WIDTH, random.uniform(0, tau)) for n in range(count)
    ]


def _height(waves, x):
    return sum(amplitude * sin(frequency * x + phase) for amplitude, frequency, phase in waves)


def _ground(points, colour):
    line = "L".join(f"{x} {y:.0f}" for x, y in points)
    return f'<path fill="{colour}" d="M{line}V{HEIGHT}H0z"/>'


def _mix(far, near, depth):
    """A colour between two, written #rrggbb."""
    pairs = ((int(far[i : i + 2], 16), int(near[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * depth):02x}" for a, b in pairs)
