"""The findings as an SVG: for each program, how many times faster than CPython each engine is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.sax.saxutils import escape

from ..chart import STYLE
from .model import Findings, Program
from .ratios import geometric_mean, ratio, warm_times

_WIDTH = 860
_LEFT = 190
_RIGHT = 40
_ROW = 20
_TOP = 92
_RADIUS = 5
_TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_DOTS = """
  .tick { stroke: #d1d9e0; stroke-width: 1 } .one { stroke: #59636e; stroke-width: 1.2 }
  .dot-krait { fill: #1a7f37 } .dot-go { fill: #54aeff } .dot-mypyc { fill: #d4a72c }
  .dot-pypy { fill: #cf222e } .dot-cpython { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    .tick { stroke: #2f353d } .one { stroke: #9198a1 }
    .dot-krait { fill: #3fb950 } .dot-go { fill: #1f6feb } .dot-mypyc { fill: #bb8009 }
    .dot-pypy { fill: #f85149 } .dot-cpython { fill: #656c76 }
  }
"""


def svg(findings: Findings) -> str:
    rows = _rows(findings, findings.suite())
    if not rows:
        return _page(findings, 40, ['<text x="16" y="26">nothing was measured</text>'])
    values = [value for _, dots in rows for value in dots.values()]
    low, high = _bounds(values)
    shown = [name for name in _order(findings) if any(name in dots for _, dots in rows)]
    lines = [
        '<text class="title" x="16" y="30">Warm: times faster than CPython 3.11</text>',
        '<text class="note" x="16" y="47">logarithmic, further right is better; each engine: '
        "the mean of the programs that it ran</text>",
        *_legend(findings, shown),
        *_grid(low, high, _TOP + len(rows) * _ROW),
    ]
    for number, (name, dots) in enumerate(rows):
        lines += _row(name, dots, shown, _TOP + number * _ROW, low, high)
    return _page(findings, _TOP + len(rows) * _ROW + 30, lines)


def _page(findings: Findings, height: int, lines: Sequence[str]) -> str:
    label = escape(f"Language benchmark, {findings.date}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" role="img" aria-label="{label}">\n'
        f"<title>{label}</title>\n<style>{STYLE}{_DOTS}</style>\n"
        f'<rect class="page" width="{_WIDTH}" height="{height}"/>\n' + "\n".join(lines) + "\n</svg>"
    )


def _order(findings: Findings) -> list[str]:
    """Krait last, so that its dot lies above the others."""
    names = [engine.name for engine in findings.engines if engine.name != findings.reference]
    return sorted(names, key=lambda name: name == "krait")


def _rows(findings: Findings, programs: Sequence[Program]) -> list[tuple[str, dict[str, float]]]:
    """The programs, those first in which Krait gains most, below the mean of each engine over the
    programs that it ran."""
    rows = []
    for program in programs:
        dots = {}
        for name in _order(findings):
            seen = ratio(findings, findings.reference, program, warm_times, ours=name)
            if seen is not None:
                dots[name] = seen
        if dots:
            rows.append((program.name + ("" if "krait" in dots else " (not Krait)"), dots))
    rows.sort(key=lambda row: -row[1].get("krait", 0))
    means = {
        name: geometric_mean(dots[name] for _, dots in rows if name in dots)
        for name in _order(findings)
        if any(name in dots for _, dots in rows)
    }
    return [("geometric mean", means), *rows] if rows else []


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    """The ticks around all values."""
    low = max((tick for tick in _TICKS if tick <= min(values)), default=_TICKS[0])
    high = min((tick for tick in _TICKS if tick >= max(values)), default=_TICKS[-1])
    return min(low, 0.5), max(high, 2.0)


def _x(value: float, low: float, high: float) -> float:
    value = min(max(value, low), high)
    span = _WIDTH - _LEFT - _RIGHT
    return _LEFT + span * math.log(value / low) / math.log(high / low)


def _kind(name: str) -> str:
    return "cpython" if name.startswith("cpython") else name


def _legend(findings: Findings, shown: Sequence[str]) -> list[str]:
    lines, x = [], _LEFT
    for name in reversed(shown):
        title = findings.title(name)
        lines.append(f'<circle class="dot-{_kind(name)}" cx="{x}" cy="66" r="{_RADIUS}"/>')
        lines.append(f'<text x="{x + 10}" y="70.5">{escape(title)}</text>')
        x += 34 + 7 * len(title)
    return lines


def _grid(low: float, high: float, bottom: int) -> list[str]:
    lines = []
    for tick in (tick for tick in _TICKS if low <= tick <= high):
        x = _x(tick, low, high)
        kind = "one" if tick == 1 else "tick"
        lines.append(
            f'<line class="{kind}" x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{bottom}"/>'
        )
        lines.append(
            f'<text class="note" x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{tick:g}</text>'
        )
    return lines


def _row(
    name: str, dots: dict[str, float], shown: Sequence[str], y: int, low: float, high: float
) -> list[str]:
    middle = y + _ROW / 2
    weight = ' class="title"' if name == "geometric mean" else ""
    lines = [
        f'<text x="{_LEFT - 10}" y="{middle + 4.5:.1f}" text-anchor="end"{weight}>'
        f"{escape(name)}</text>"
    ]
    for engine in shown:
        if engine in dots:
            x = _x(dots[engine], low, high)
            said = escape(f"{engine} {dots[engine]:.2f}")
            lines.append(
                f'<circle class="dot-{_kind(engine)}" cx="{x:.1f}" cy="{middle:.1f}" '
                f'r="{_RADIUS}"><title>{said}</title></circle>'
            )
    return lines
