"""Krait and its peers: how each is started, and the settings that qualify for each case."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Callable

from .cases import CONNECTIONS
from .model import Case, Lanes, Server, Setting, Unavailable
from .running import HOST, ROOT

APPS = "bench/apps"
VENV = "bench/.venv"
UWSGI_SITE = "bench/.venv/uwsgi"  # the frameworks, for the CPython that uWSGI embeds
GO_BIN = "bench/target/bin"


def output(*command: str, seconds: float = 600) -> str:
    """What a command prints, both streams; Unavailable when it can't run."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=seconds,
            check=True,
        )
    except FileNotFoundError:
        raise Unavailable(f"{command[0]} is not installed") from None
    except subprocess.CalledProcessError as failure:
        last = (failure.stdout or "").strip().splitlines()[-1:]
        raise Unavailable(f"{' '.join(command)} failed: {' '.join(last)}") from None
    except subprocess.TimeoutExpired:
        raise Unavailable(f"{' '.join(command)} did not end within {seconds:.0f} s") from None
    return done.stdout.strip()


def _setting(*arguments: str | int, environment: tuple[str, ...] = ()) -> Setting:
    return Setting(tuple(str(argument) for argument in arguments), environment)


def _with_environment(setting: Setting, command: list[str]) -> list[str]:
    return ["env", *setting.environment, *command] if setting.environment else command


def _few_processes(case: Case) -> tuple[Lanes, ...]:
    """The arrangements for a server that has threads: none of dozens of processes."""
    return tuple(lanes for lanes in case.lanes if lanes.processes <= 8)


# Krait


def _krait_settings(case: Case) -> tuple[Setting, ...]:
    arrangements = _few_processes(case) or (Lanes(1, 1), Lanes(2, 1))
    waits = (("--loops", 1), ("--loops", 2), ("--loops", 1, "--transport", "io_uring"))
    return tuple(
        _setting("--workers", lanes.processes, "--threads", lanes.threads, *wait)
        for lanes in arrangements
        for wait in waits
    )


def _krait_command(case: Case, setting: Setting, port: int) -> list[str]:
    place = ("--host", HOST, "--port", str(port), "--chdir", APPS)
    python = ("--python", f"{VENV}/bin/python")
    return ["./krait", "serve", f"{case.app}:application", *place, *python, *setting.arguments]


def _krait_compiled_settings(_: Case) -> tuple[Setting, ...]:
    return tuple(_setting("--loops", loops) for loops in (1, 2))


def _krait_compiled_command(case: Case, setting: Setting, port: int) -> list[str]:
    place = ("--host", HOST, "--port", str(port))
    return ["./krait", "serve", f"{APPS}/{case.app}.py", *place, *setting.arguments]


# gunicorn


def _gunicorn(kind: str) -> Callable[[Case, Setting, int], list[str]]:
    def command(case: Case, setting: Setting, port: int) -> list[str]:
        place = ("--bind", f"{HOST}:{port}", "--chdir", APPS)
        app = f"{case.app}:application"
        return [f"{VENV}/bin/gunicorn", "-k", kind, *place, *setting.arguments, app]

    return command


def _gunicorn_sync_settings(case: Case) -> tuple[Setting, ...]:
    alone = tuple(lanes.processes for lanes in case.lanes if lanes.threads == 1)
    return tuple(_setting("--workers", number) for number in alone or (1, 2, 3, 5))


def _gunicorn_gthread_settings(case: Case) -> tuple[Setting, ...]:
    free = (Lanes(1, 4), Lanes(2, 2), Lanes(2, 4), Lanes(4, 2))
    return tuple(
        _setting("--workers", lanes.processes, "--threads", lanes.threads)
        for lanes in _few_processes(case) or free
    )


# uWSGI


def _uwsgi_version() -> str:
    embedded = output("/usr/bin/python3", "--version", seconds=10)
    return f"uWSGI {output('uwsgi', '--version', seconds=10)}, embeds Debian's {embedded}"


def _uwsgi_arguments(socket: str, lanes: Lanes) -> Setting:
    threads = ("--threads", lanes.threads) if lanes.threads > 1 else ()
    return _setting(socket, "ADDRESS", "--processes", lanes.processes, *threads)


def _uwsgi_settings(case: Case) -> tuple[Setting, ...]:
    """Its usual HTTP socket: a connection for each request."""
    free = (Lanes(1, 1), Lanes(2, 1), Lanes(4, 1), Lanes(2, 2))
    # It closes the connection without a word, which wrk would count as an error.
    spoken = ("--add-header", "Connection: close")
    return tuple(
        Setting((*_uwsgi_arguments("--http-socket", lanes).arguments, *spoken))
        for lanes in _few_processes(case) or free
    )


def _uwsgi_http11_settings(case: Case) -> tuple[Setting, ...]:
    """Its socket with keep-alive, where a connection holds a lane until it ends: only with as many
    lanes as clients, else some clients would never be served."""
    free = (Lanes(1, CONNECTIONS), Lanes(2, CONNECTIONS // 2))
    return tuple(
        _uwsgi_arguments("--http11-socket", lanes)
        for lanes in _few_processes(case) or free
        if lanes.total >= CONNECTIONS
    )


def _uwsgi_command(case: Case, setting: Setting, port: int) -> list[str]:
    address = f"{HOST}:{port}"
    listen = [address if argument == "ADDRESS" else argument for argument in setting.arguments]
    app = ("--pythonpath", APPS, "--pythonpath", UWSGI_SITE, "--module", f"{case.app}:application")
    usual = ("--plugin", "python3", "--master", "--need-app", "--die-on-term", "--disable-logging")
    return ["uwsgi", *usual, *app, *listen]


# Granian


def _granian_settings(case: Case) -> tuple[Setting, ...]:
    if case.lanes:
        return tuple(
            _setting("--workers", lanes.processes, "--blocking-threads", lanes.threads)
            for lanes in _few_processes(case)
        )
    return (
        _setting("--workers", 1),
        _setting("--workers", 1, "--blocking-threads", 1),
        _setting("--workers", 1, "--blocking-threads", 1, "--runtime-mode", "st"),
        _setting("--workers", 2),
        _setting("--workers", 2, "--blocking-threads", 1),
    )


def _granian_command(case: Case, setting: Setting, port: int) -> list[str]:
    place = ("--host", HOST, "--port", str(port), "--working-dir", APPS)
    usual = ("--interface", "wsgi", "--http", "1", "--no-ws")
    app = f"{case.app}:application"
    return [f"{VENV}/bin/granian", *usual, *place, *setting.arguments, app]


# waitress


def _waitress_settings(case: Case) -> tuple[Setting, ...]:
    """It has one process, so only the number of lanes can be what the case asks."""
    totals = sorted({lanes.total for lanes in case.lanes}) or (1, 4, 8)
    return tuple(_setting("--threads", total) for total in totals)


def _waitress_command(case: Case, setting: Setting, port: int) -> list[str]:
    place = ("--listen", f"{HOST}:{port}")
    app = f"{case.app}:application"
    serve = [f"{VENV}/bin/waitress-serve", *place, *setting.arguments, app]
    return ["env", f"PYTHONPATH={APPS}", *serve]


# Go


def _go_settings(case: Case) -> tuple[Setting, ...]:
    lanes = ("-lanes", case.lanes[0].total) if case.lanes else ()
    return tuple(_setting(*lanes, environment=(f"GOMAXPROCS={number}",)) for number in (1, 2))


def _go_command(program: str) -> Callable[[Case, Setting, int], list[str]]:
    def command(case: Case, setting: Setting, port: int) -> list[str]:
        serve = [f"{GO_BIN}/{program}", "-addr", f"{HOST}:{port}", "-app", case.app]
        return _with_environment(setting, [*serve, *setting.arguments])

    return command


def _go_version(program: str) -> Callable[[], str]:
    def version() -> str:
        if not (ROOT / GO_BIN / program).exists():
            raise Unavailable(
                f"{program} was not built: Go is missing, or a module did not resolve"
            )
        return output("go", "version", "-m", f"{GO_BIN}/{program}")

    return version


def _distribution(name: str) -> Callable[[], str]:
    def version() -> str:
        code = f"import importlib.metadata as m; print(m.version({name!r}))"
        return f"{name} {output(f'{VENV}/bin/python', '-c', code, seconds=10)}"

    return version


def _krait_version() -> str:
    # The launcher may have to build first, and then says so before.
    return (output("./krait", "version", seconds=1200).splitlines() or [""])[-1]


def _fasthttp_version() -> str:
    lines = _go_version("fasthttp")().splitlines()
    module = next(line.split() for line in lines if "valyala/fasthttp" in line and "dep" in line)
    return f"fasthttp {module[2]}, {lines[0].split(': ')[-1]}"


def _nethttp_version() -> str:
    return _go_version("nethttp")().splitlines()[0].split(": ")[-1]


WSGI: tuple[Server, ...] = (
    Server(
        "krait",
        "Krait",
        _krait_version,
        _krait_settings,
        _krait_command,
    ),
    Server("granian", "Granian", _distribution("granian"), _granian_settings, _granian_command),
    Server(
        "uwsgi",
        "uWSGI",
        _uwsgi_version,
        _uwsgi_settings,
        _uwsgi_command,
    ),
    Server(
        "uwsgi-http11",
        "uWSGI http11",
        _uwsgi_version,
        _uwsgi_http11_settings,
        _uwsgi_command,
    ),
    Server(
        "gunicorn-gthread",
        "gunicorn gthread",
        _distribution("gunicorn"),
        _gunicorn_gthread_settings,
        _gunicorn("gthread"),
    ),
    Server(
        "gunicorn-sync",
        "gunicorn sync",
        _distribution("gunicorn"),
        _gunicorn_sync_settings,
        _gunicorn("sync"),
    ),
    Server(
        "waitress", "waitress", _distribution("waitress"), _waitress_settings, _waitress_command
    ),
    Server(
        "nethttp",
        "Go net/http",
        _nethttp_version,
        _go_settings,
        _go_command("nethttp"),
        yardstick=True,
    ),
    Server(
        "fasthttp",
        "Go fasthttp",
        _fasthttp_version,
        _go_settings,
        _go_command("fasthttp"),
        yardstick=True,
    ),
)

COMPILED: tuple[Server, ...] = (
    Server("krait", "Krait", _krait_version, _krait_compiled_settings, _krait_compiled_command),
    *(server for server in WSGI if server.yardstick),
)
_GROUPS = {
    "gunicorn": ("gunicorn-gthread", "gunicorn-sync"),
    "uwsgi": ("uwsgi", "uwsgi-http11"),
    "go": ("nethttp", "fasthttp"),
}


def named(servers: tuple[Server, ...], names: str) -> tuple[Server, ...]:
    """The servers of a comma-separated list, or all for an empty one; raises ValueError with the
    known names. `uwsgi`, `gunicorn` and `go` stand for both of theirs."""
    groups = {server.name: [server] for server in servers}
    known = dict(groups)
    for group, members in _GROUPS.items():
        if all(member in known for member in members):
            groups[group] = [server for member in members for server in known[member]]
    wanted = [name for name in names.split(",") if name]
    unknown = [name for name in wanted if name not in groups]
    if unknown:
        raise ValueError(f"no server is named {unknown[0]!r}; there are {', '.join(groups)}")
    return tuple(server for name in wanted for server in groups[name]) or servers


def find(wanted: tuple[Server, ...]) -> tuple[list[tuple[Server, str]], dict[str, str]]:
    """Those that this machine has, with their versions, and why others are missing."""
    present: list[tuple[Server, str]] = []
    missing: dict[str, str] = {}
    for server in wanted:
        try:
            present.append((server, server.version()))
        except Unavailable as reason:
            missing[server.name] = str(reason)
    return present, missing


def python_of_venv() -> str:
    return output(f"{VENV}/bin/python", "--version", seconds=10) or platform.python_version()


def serves(server: Server, case: Case) -> bool:
    """Whether the server has the application of the case, and may be arranged as it asks."""
    return (case.yardsticks or not server.yardstick) and bool(server.settings(case))
