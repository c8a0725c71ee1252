"""The cases: which application, which load, which answer is right."""

from __future__ import annotations

from .model import Case, Lanes, Load, Probe

CONNECTIONS = 64

_PERSON = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Ada Lovelace</title></head>
<body>
<h1>Ada Lovelace</h1>
<dl>
  <dt>Known for</dt><dd>the first program</dd>
  <dt>Born</dt><dd>1815</dd>
</dl>
</body>
</html>
"""
_UPLOAD = b"krait" * 20_480
_FAST_AND_SLOW = (Probe("/fast", b"fast"), Probe("/slow", b"slow"))

WSGI: tuple[Case, ...] = (
    Case("hello", "Hello, plain WSGI", "hello", Load.GET, (Probe("/", b"Hello, World!"),)),
    Case(
        "flask",
        "Hello, Flask",
        "flask_app",
        Load.GET,
        (Probe("/", b"Hello, World!"),),
        yardsticks=False,
    ),
    Case(
        "django",
        "Django page: one query, one template",
        "django_site.wsgi",
        Load.GET,
        (Probe("/people/1/", _PERSON),),
        yardsticks=False,
    ),
    Case("payload", "Response of 10 KB", "payload", Load.GET, (Probe("/", b"x" * 10_240),)),
    Case(
        "upload", "Upload of 100 KB, echoed", "echo", Load.UPLOAD, (Probe("/", _UPLOAD, _UPLOAD),)
    ),
    Case(
        "blocking",
        "Handler of 10 ms, 64 lanes, 64 clients",
        "blocking",
        Load.GET,
        (Probe("/", b"done"),),
        lanes=(Lanes(1, 64), Lanes(2, 32), Lanes(64, 1)),
    ),
    Case(
        "mixed",
        "99 % of 1 ms, 1 % of 100 ms, 8 workers, 64 clients",
        "mixed",
        Load.MIXED,
        _FAST_AND_SLOW,
        lanes=(Lanes(8, 1),),
        by_latency=True,
    ),
    Case(
        "mixed-open",
        "99 % of 1 ms, 1 % of 100 ms, 8 workers, 2,000 requests/s due at random times",
        "mixed",
        Load.MIXED,
        _FAST_AND_SLOW,
        lanes=(Lanes(8, 1),),
        rate=2_000,
        by_latency=True,
    ),
    Case(
        "mixed-lanes",
        "99 % of 1 ms, 1 % of 100 ms, 8 lanes arranged as suits, 64 clients",
        "mixed",
        Load.MIXED,
        _FAST_AND_SLOW,
        lanes=(Lanes(8, 1), Lanes(4, 2), Lanes(2, 4), Lanes(1, 8)),
        by_latency=True,
        optional=True,
    ),
)

COMPILED: tuple[Case, ...] = (
    Case("hello", "Hello, compiled", "compiled", Load.GET, (Probe("/", b"Hello, World!"),)),
    Case(
        "fibonacci",
        "A loop of 1,000,000 additions",
        "compiled",
        Load.GET,
        (Probe("/fibonacci/1000000", b"1884755131"), Probe("/fibonacci/90", b"2713352312")),
    ),
    Case(
        "recursion",
        "Recursive fib(20): 21,891 calls",
        "compiled",
        Load.GET,
        (Probe("/recursion/20", b"6765"), Probe("/recursion/1", b"1")),
    ),
)


def named(cases: tuple[Case, ...], names: str) -> tuple[Case, ...]:
    """The cases of a comma-separated list, or the usual ones for an empty list; raises ValueError
    with the known names."""
    known = {case.name: case for case in cases}
    wanted = [name for name in names.split(",") if name]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise ValueError(f"no case is named {unknown[0]!r}; there are {', '.join(known)}")
    usual = tuple(case for case in cases if not case.optional)
    return tuple(known[name] for name in wanted) or usual
