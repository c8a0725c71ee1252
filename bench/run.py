"""Benchmarks of Krait against the servers and languages that people use now.

    python3 bench/run.py wsgi [--quick] [--only krait,granian] [--cases hello,flask]
    python3 bench/run.py compiled [--quick] [--only krait,go] [--cases hello,fibonacci]
    python3 bench/run.py lang [--quick] [--only nbody,loops] [--engines krait,go]
    python3 bench/run.py profile CASE [--server NAME] [--setting "--workers 1 --loops 1"]
    python3 bench/run.py micro [JMH arguments: then it records nothing]
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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# For the interpreters of this machine, which the checkout's own tools find.
sys.path.append(str(Path(__file__).resolve().parents[1] / "tools"))

from harness import cases, chart, install, machine, micro, profile, report, servers, suite
from harness.lang import command as lang
from harness.model import Case, Failed, Server, Setting, Unavailable
from harness.results import Results
from harness.running import ROOT

_DRAFTS = ROOT / "bench" / "target" / "drafts"
_RECORDS = ROOT / "bench" / "results"


@dataclass(frozen=True)
class _Load:
    """A suite that drives servers."""

    name: str
    install: Callable[[], list[str]]
    cases: tuple[Case, ...]
    servers: tuple[Server, ...]
    plan: suite.Plan


_WSGI = _Load("wsgi", install.for_wsgi, cases.WSGI, servers.WSGI, suite.Plan())
_COMPILED = _Load(
    "compiled",
    install.for_compiled,
    cases.COMPILED,
    servers.COMPILED,
    suite.Plan(seconds=6.0, warmup_seconds=6.0, qualify_warmup_seconds=3.0),
)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="krait bench", description=__doc__.splitlines()[0])
    suites = parser.add_subparsers(dest="suite", required=True)

    wsgi = suites.add_parser("wsgi", help="Krait and every installed WSGI server in turn")
    compiled = suites.add_parser("compiled", help="a compiled application against the same in Go")
    for load, one in ((_WSGI, wsgi), (_COMPILED, compiled)):
        _add_load(one, load)
    lang.add_arguments(suites.add_parser("lang", help="programs, against other languages"))

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


def _add_load(parser: argparse.ArgumentParser, load: _Load) -> None:
    servers_here = ",".join(server.name for server in load.servers[:2])
    cases_here = ",".join(case.name for case in load.cases[:2])
    plan = load.plan
    parser.add_argument("--quick", action="store_true", help="one short round; records nothing")
    parser.add_argument("--only", default="", metavar="SERVERS", help=f"such as {servers_here}")
    parser.add_argument("--cases", default="", metavar="CASES", help=f"{cases_here},start ...")
    parser.add_argument("--rounds", type=int, help=f"rounds of each server ({plan.rounds})")
    seconds, warmup = f"of each round ({plan.seconds:g})", f"before each ({plan.warmup_seconds:g})"
    parser.add_argument("--duration", type=float, metavar="SECONDS", help=seconds)
    parser.add_argument("--warmup", type=float, metavar="SECONDS", help=warmup)
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="default: bench/results")


def _install(step: Callable[[], list[str]]) -> None:
    for trouble in step():
        suite.say(f"could not install all: {trouble}")


def _plan(options: argparse.Namespace, usual: suite.Plan) -> suite.Plan:
    plan = suite.QUICK if options.quick else usual
    wanted = {
        "rounds": options.rounds,
        "seconds": options.duration,
        "warmup_seconds": options.warmup,
    }
    return dataclasses.replace(plan, **{k: v for k, v in wanted.items() if v is not None})


def _load(options: argparse.Namespace, load: _Load) -> None:
    timed = [name for name in options.cases.split(",") if name]
    chosen = cases.named(load.cases, ",".join(name for name in timed if name != "start"))
    chosen = () if timed == ["start"] else chosen
    wanted = servers.named(load.servers, options.only)
    _install(load.install)
    here, missing = servers.find(wanted)
    for name, reason in missing.items():
        suite.say(f"without {name}: {reason}")
    if not here:
        raise Unavailable("none of the servers is installed")
    plan = _plan(options, load.plan)
    results = Results(
        date=time.strftime("%Y-%m-%d"),
        command=shlex.join(["./krait", "bench", *sys.argv[1:]]),
        machine=machine.machine(),
        versions={
            **{server.name: version for server, version in here},
            **(machine.python() if load is _WSGI else {}),
            **machine.tools(),
        },
        missing=missing,
        titles={server.name: server.title for server in load.servers},
        plan={key: float(value) for key, value in dataclasses.asdict(plan).items()},
        load_average=machine.load_average(),
        suite=load.name,
    )
    base = _base(options, results.date, load.name, (*timed, *options.only.split(",")))
    if not timed or "start" in timed:
        _measure_starts(results, load.cases[0], [server for server, _ in here], plan)
    for case in chosen:
        able = [server for server, _ in here if servers.serves(server, case)]
        results.cases.append(case)
        results.outcomes += suite.run_case(case, able, plan)
        _write(results, base)  # after each case: a run that is cut short keeps what it has
    text = _write(results, base)
    _tell(text, base)


def _base(options: argparse.Namespace, date: str, name: str, subset: Sequence[str]) -> Path:
    """The files of a result, without their suffixes."""
    folder: Path = options.out or (_DRAFTS if options.quick else _RECORDS)
    return folder / "-".join(part for part in (date, name, *subset) if part)


def _tell(text: str, base: Path) -> None:
    print(f"\n{text}\nwritten: {base.relative_to(ROOT) if ROOT in base.parents else base}.md")


def _measure_starts(results: Results, hello: Case, able: list[Server], plan: suite.Plan) -> None:
    suite.say("start: from the command to the first answer")
    first = [(server, server.settings(hello)[0]) for server in able]
    results.starts += suite.run_starts(hello, first, plan)


def _write(results: Results, base: Path) -> str:
    text = report.markdown(results)
    yardsticks = {server.name for server in servers.WSGI if server.yardstick}
    drawing = chart.svg(results, yardsticks)
    _replace(base, {".md": text, ".json": _json(results.json()), ".svg": drawing})
    return text


def _json(values: object) -> str:
    return json.dumps(values, indent=1) + "\n"


def _replace(base: Path, forms: Mapping[str, str]) -> None:
    base.parent.mkdir(parents=True, exist_ok=True)
    for suffix, form in forms.items():
        (base.parent / (base.name + suffix)).write_text(form)


def _lang(options: argparse.Namespace) -> None:
    _install(install.for_lang)
    findings = lang.findings(options, shlex.join(["./krait", "bench", *sys.argv[1:]]))
    subset = (*options.only.split(","), *options.engines.split(","))
    base = _base(options, findings.date, "lang", subset)

    def keep() -> str:
        text = lang.markdown(findings)
        drawing = lang.svg(findings)
        _replace(base, {".md": text, ".json": _json(lang.json(findings)), ".svg": drawing})
        return text

    lang.run(findings, keep)
    _tell(keep(), base)


def _micro(arguments: list[str]) -> None:
    command = shlex.join(["./krait", "bench", "micro", *arguments])
    if arguments:
        print(f"\nwritten: {micro.chosen(arguments, _DRAFTS).relative_to(ROOT)}")
        return
    found = micro.everything(command, _DRAFTS)
    text = micro.markdown(found)
    base = _RECORDS / f"{found.date}-micro"
    _replace(base, {".md": text, ".json": _json(micro.values(found))})
    _tell(text, base)


def _profile(options: argparse.Namespace) -> None:
    case: Case = cases.named(cases.WSGI, options.case)[0]
    server = servers.named(servers.WSGI, options.server)[0]
    _install(install.for_wsgi)
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
                _load(options, _WSGI)
            case "compiled":
                _load(options, _COMPILED)
            case "lang":
                _lang(options)
            case "profile":
                _profile(options)
            case "micro":
                _micro(options.rest)
            case "install":
                _install(install.for_wsgi)
                _install(install.for_lang)
                lang.make_ready()
    except (Unavailable, Failed, ValueError) as trouble:
        print(f"krait bench: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
