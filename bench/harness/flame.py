"""A flame graph from collapsed stacks, as an SVG with tooltips."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

_WIDTH = 1600
_ROW = 17
_NARROWEST = 0.5  # px; narrower frames are left out


@dataclass
class _Frame:
    count: int = 0
    callees: dict[str, _Frame] = field(default_factory=dict)


def collapse(script: str) -> Counter[tuple[str, ...]]:
    """Stacks, outermost frame first, of the output of `perf script -F comm,pid,ip,sym`."""
    stacks: Counter[tuple[str, ...]] = Counter()
    for sample in script.split("\n\n"):
        lines = [line for line in sample.splitlines() if line.strip()]
        if len(lines) < 2:
            continue
        task = "-".join(lines[0].rsplit(None, 1))
        frames = [line.split(None, 1)[-1].strip() for line in lines[1:]]
        frames = [name for name, _ in itertools.groupby(frames)]  # runs of [unknown], recursion
        if not task.startswith("swapper"):
            stacks[(task,) + tuple(reversed(frames))] += 1  # noqa: RUF005  (new in 3.11)
    return stacks


def text(stacks: Counter[tuple[str, ...]]) -> str:
    return "".join(f"{';'.join(stack)} {count}\n" for stack, count in stacks.most_common())


def hottest(stacks: Counter[tuple[str, ...]], rows: int) -> list[tuple[str, str, float]]:
    """Task, innermost frame and its percentage of all samples."""
    own: Counter[tuple[str, str]] = Counter()
    for stack, count in stacks.items():
        own[(stack[0].rpartition("-")[0], stack[-1])] += count
    total = max(1, sum(own.values()))
    return [(task, frame, 100 * n / total) for (task, frame), n in own.most_common(rows)]


def svg(stacks: Counter[tuple[str, ...]], title: str) -> str:
    root = _Frame()
    depth = 1
    for stack, count in stacks.items():
        root.count += count
        at = root
        for name in stack:
            at = at.callees.setdefault(name, _Frame())
            at.count += count
        depth = max(depth, len(stack) + 1)
    height = (depth + 2) * _ROW
    shapes: list[str] = []
    _draw(root, title, 0.0, height - _ROW, _WIDTH / max(1, root.count), max(1, root.count), shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}">\n'
        "<style>text { font: 11px monospace; pointer-events: none }</style>\n"
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>\n'
        + "\n".join(shapes)
        + "\n</svg>\n"
    )


def _draw(
    frame: _Frame, name: str, x: float, y: int, scale: float, total: int, shapes: list[str]
) -> None:
    width = frame.count * scale
    if width < _NARROWEST:
        return
    shade = sum(name.encode()) % 60
    tip = escape(f"{name}: {frame.count} samples, {100 * frame.count / total:.1f} %")
    shapes.append(
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_ROW - 1}" '
        f'fill="rgb(250,{150 + shade},{70 + shade})"><title>{tip}</title></rect>'
    )
    letters = int(width / 7)
    if letters > 3:
        shapes.append(f'<text x="{x + 2:.1f}" y="{y + 12}">{escape(name[:letters])}</text>')
    for callee in sorted(frame.callees):
        _draw(frame.callees[callee], callee, x, y - _ROW, scale, total, shapes)
        x += frame.callees[callee].count * scale
