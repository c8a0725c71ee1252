"""Benchmarks of Krait against the servers that people use now.

    python3 bench/run.py wsgi [--quick] [--only krait,granian] [--cases hello,flask]
    python3 bench/run.py profile CASE [--server NAME] [--setting "--workers 1 --loops 1"]
    python3 bench/run.py micro [JMH arguments]
    python3 bench/run.py install

The method stands in docs/internals/benchmarks.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shlex
import sys
import time
from pathlib import Path

from harness import cases, chart, install, machine, micro, profile, report, servers, suite
from harness.model import Case, Failed, Server, Setting, Unavailable
from harness.results import Results
from harness.running import ROOT

_DRAFTS = ROOT / "bench" / "target" / "drafts"
_RECORDS = ROOT / "bench" / "results"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="krait bench", description=__doc__.splitlines()[0])
    suites = parser.add_subparsers(dest="suite", required=True)

    wsgi = suites.add_parser("wsgi", help="Krait and every installed WSGI server in turn")
    wsgi.add_argument("--quick", action="store_true", help="one short round; records nothing")
    wsgi.add_argument("--only", default="", metavar="SERVERS", help="such as krait,granian,go")
    wsgi.add_argument("--cases", default="", metavar="CASES", help="such as hello,flask,start")
    wsgi.add_argument("--rounds", type=int, help="rounds of each server (3)")
    wsgi.add_argument("--duration", type=float, metavar="SECONDS", help="of each round (8)")
    wsgi.add_argument("--warmup", type=float, metavar="SECONDS", help="before each round (8)")
    wsgi.add_argument("--out", type=Path, metavar="FOLDER", help="default: bench/results")

    one = suites.add_parser("profile", help="flame graphs of one server in one case")
    one.add_argument("case")
    one.add_argument("--server", default="krait")
    one.add_argument("--setting", help="arguments of the server; default: its first candidate")
    one.add_argument("--seconds", type=float, default=8.0)
    one.add_argument("--warmup", type=float, default=5.0)
    one.add_argument("--event", default="ctimer", help="async-profiler's: ctimer, alloc, lock")

    suites.add_parser("micro", help="JMH: the wire codec and the request decoder", add_help=False)

    suites.add_parser("install", help="installs the peers, measures nothing")
    # What follows `micro` is JMH's own; argparse would take its options for ours.
    options, rest = parser.parse_known_args()
    if rest and options.suite != "micro":
        parser.error(f"unknown: {' '.join(rest)}")
    options.rest = rest
    return options


def _install() -> None:
    for trouble in install.everything():
        suite.say(f"could not install all: {trouble}")


def _plan(options: argparse.Namespace) -> suite.Plan:
    plan = suite.QUICK if options.quick else suite.Plan()
    wanted = {
        "rounds": options.rounds,
        "seconds": options.duration,
        "warmup_seconds": options.warmup,
    }
    return dataclasses.replace(plan, **{k: v for k, v in wanted.items() if v is not None})


def _wsgi(options: argparse.Namespace) -> None:
    timed = [name for name in options.cases.split(",") if name]
    chosen = cases.named(cases.WSGI, ",".join(name for name in timed if name != "start"))
    chosen = () if timed == ["start"] else chosen
    wanted = servers.named(options.only)
    _install()
    here, missing = servers.find(wanted)
    for name, reason in missing.items():
        suite.say(f"without {name}: {reason}")
    if not here:
        raise Unavailable("none of the servers is installed")
    plan = _plan(options)
    results = Results(
        date=time.strftime("%Y-%m-%d"),
        command=shlex.join(["./krait", "bench", *sys.argv[1:]]),
        machine=machine.machine(),
        versions={**{s.name: version for s, version in here}, **machine.tools()},
        missing=missing,
        titles={server.name: server.title for server in servers.ALL},
        plan={key: float(value) for key, value in dataclasses.asdict(plan).items()},
        load_average=machine.load_average(),
    )
    subset = "-".join(n for n in (*timed, *options.only.split(",")) if n)
    folder = options.out or (_DRAFTS if options.quick else _RECORDS)
    base = folder / "-".join(part for part in (results.date, "wsgi", subset) if part)
    if not timed or "start" in timed:
        _measure_starts(results, [server for server, _ in here], plan)
    for case in chosen:
        able = [server for server, _ in here if servers.serves(server, case)]
        results.cases.append(case)
        results.outcomes += suite.run_case(case, able, plan)
        _write(results, base)  # after each case: a run that is cut short keeps what it has
    text = _write(results, base)
    print(f"\n{text}\nwritten: {base.relative_to(ROOT) if ROOT in base.parents else base}.md")


def _measure_starts(results: Results, able: list[Server], plan: suite.Plan) -> None:
    hello = cases.WSGI[0]
    suite.say("start: from the command to the first answer")
    first = [(server, server.settings(hello)[0]) for server in able]
    results.starts += suite.run_starts(hello, first, plan)


def _write(results: Results, base: Path) -> str:
    base.parent.mkdir(parents=True, exist_ok=True)
    text = report.markdown(results)
    yardsticks = {server.name for server in servers.ALL if server.yardstick}
    _replace(base, ".md", text)
    _replace(base, ".json", json.dumps(results.json(), indent=1) + "\n")
    _replace(base, ".svg", chart.svg(results, yardsticks))
    return text


def _replace(base: Path, suffix: str, text: str) -> None:
    (base.parent / (base.name + suffix)).write_text(text)


def _profile(options: argparse.Namespace) -> None:
    case: Case = cases.named(cases.WSGI, options.case)[0]
    server = servers.named(options.server)[0]
    _install()
    server.version()  # builds Krait where needed; tells what is missing
    setting = server.settings(case)[0]
    if options.setting is not None:
        setting = Setting(tuple(shlex.split(options.setting)))
    profile.profile(server, case, setting, options.warmup, options.seconds, options.event)


def main() -> int:
    options = _arguments()
    try:
        match options.suite:
            case "wsgi":
                _wsgi(options)
            case "profile":
                _profile(options)
            case "micro":
                micro.micro(options.rest)
            case "install":
                _install()
    except (Unavailable, Failed, ValueError) as trouble:
        print(f"krait bench: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
