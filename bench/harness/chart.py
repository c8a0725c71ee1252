"""The results as an SVG of bars, one panel a case; no library, readable in light and dark."""

from __future__ import annotations

from xml.sax.saxutils import escape

from . import results as of
from .model import Case, Outcome
from .results import Results

_WIDTH = 860
_LEFT = 150  # of the bars
_RIGHT = 130  # room for the numbers
_BAR = 18
_GAP = 6
_TITLE = 44
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .page { fill: #ffffff }
  .title { font-weight: 600; font-size: 14px }
  .note { fill: #59636e; font-size: 12px }
  .peer { fill: #8c959f } .krait { fill: #1a7f37 } .go { fill: #54aeff }
  .range { stroke: #1f2328; stroke-width: 1.2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .page { fill: #0d1117 }
    .note { fill: #9198a1 }
    .peer { fill: #656c76 } .krait { fill: #3fb950 } .go { fill: #1f6feb }
    .range { stroke: #e6edf3 }
  }
"""


def svg(results: Results, yardsticks: set[str]) -> str:
    """`yardsticks` are the names of the servers that are not Python's."""
    panels = []
    y = 16
    for case in results.cases:
        outcomes = [outcome for outcome in results.of_case(case.name) if outcome.samples]
        if outcomes:
            panels.append(_panel(results, case, outcomes, yardsticks, y))
            y += _TITLE + len(outcomes) * (_BAR + _GAP) + 16
    label = results.heading
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {y}" '
        f'width="{_WIDTH}" height="{y}" role="img" aria-label="{escape(label)}">\n'
        f"<title>{escape(label)}</title>\n<style>{STYLE}</style>\n"
        f'<rect class="page" width="{_WIDTH}" height="{y}"/>\n' + "\n".join(panels) + "\n</svg>\n"
    )


def _panel(
    results: Results, case: Case, outcomes: list[Outcome], yardsticks: set[str], top: int
) -> str:
    measure = of.p99_ms if case.by_latency else of.rate
    what = (
        "p99 of the fast requests in ms, shorter is better"
        if case.by_latency
        else "requests/s, longer is better"
    )
    ranked = sorted(
        ((measure(outcome), outcome) for outcome in outcomes),
        key=lambda pair: pair[0].median if case.by_latency else -pair[0].median,
    )
    most = max(seen.high for seen, _ in ranked) or 1.0
    scale = (_WIDTH - _LEFT - _RIGHT) / most
    lines = [
        f'<text class="title" x="16" y="{top + 14}">{escape(case.title)}</text>',
        f'<text class="note" x="16" y="{top + 31}">{what}</text>',
    ]
    y = top + _TITLE
    for seen, outcome in ranked:
        middle = y + _BAR / 2
        kind = "krait" if outcome.server == "krait" else "peer"
        kind = "go" if outcome.server in yardsticks else kind
        end = _LEFT + seen.median * scale
        low, high = _LEFT + seen.low * scale, _LEFT + seen.high * scale
        number = f"{seen.median:,.1f}" if case.by_latency else f"{seen.median:,.0f}"
        note = " (errors)" if of.errors(outcome) else ""
        title = escape(results.titles[outcome.server])
        lines += [
            f'<text x="{_LEFT - 8}" y="{middle + 4.5:.1f}" text-anchor="end">{title}</text>',
            f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{end - _LEFT:.1f}" '
            f'height="{_BAR}" rx="2"/>',
            f'<line class="range" x1="{low:.1f}" y1="{middle}" x2="{high:.1f}" y2="{middle}"/>',
            f'<text x="{max(end, high) + 8:.1f}" y="{middle + 4.5:.1f}">{number}{note}</text>',
        ]
        y += _BAR + _GAP
    return "\n".join(lines)
