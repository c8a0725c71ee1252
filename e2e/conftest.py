"""Fixtures: servers that are always reaped, and gates that hold a request in the application."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import serving
from serving import JAVA_TRACE, PROBE, Server
from waiting import wait_until

BUILD_TIMEOUT_S = 600
LOG_LINES_SHOWN = 60


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes more than a few seconds")
    # A run that is told to stop ends its servers, too.
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("terminated", returncode=143))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test shows the end of the log of its servers."""
    report = yield
    if report.failed:
        own, shared = (getattr(node, "servers", []) for node in (item, item.parent))
        for server in [*own, *shared]:
            end = "\n".join(server.output.splitlines()[-LOG_LINES_SHOWN:])
            report.sections.append((" ".join(server.command), end))
    return report


@pytest.fixture(scope="session", autouse=True)
def built():
    """The first start builds; no test should wait for that."""
    subprocess.run(
        [serving.KRAIT, "version"], check=True, capture_output=True, timeout=BUILD_TIMEOUT_S
    )


class Servers:
    """Starts servers; ends them, and checks that none ever wrote a Java stack trace."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []

    def __call__(self, *arguments, env=None, cwd=None, ready=True, python=sys.executable):
        if python:
            arguments += ("--python", python)
        if "--bind" not in arguments:
            arguments += ("--port", "0")
        log = self.folder / f"krait-{len(self.started)}.log"
        server = Server(arguments, log, {"PROBE_FOLDER": str(self.folder), **(env or {})}, cwd)
        self.started.append(server)
        if ready:
            server.wait_ready()
        if ready and "--workers" in arguments:
            # The address is open as soon as one worker is ready.
            server.wait_workers(int(arguments[arguments.index("--workers") + 1]))
        return server

    def finish(self):
        for server in self.started:
            server.reap()
        for server in self.started:
            assert not JAVA_TRACE.search(server.output), server.output


@pytest.fixture
def krait(tmp_path, request):
    """`krait(APP, option, …)` serves on a free port until the test ends."""
    servers = Servers(tmp_path)
    request.node.servers = servers.started
    yield servers
    servers.finish()


@pytest.fixture(scope="module")
def start_for_module(tmp_path_factory, request):
    """Like `krait`, for servers that the tests of a module share."""
    servers = Servers(tmp_path_factory.mktemp("servers"))
    request.node.servers = servers.started
    yield servers
    servers.finish()


@pytest.fixture(scope="module")
def probe(start_for_module):
    """The probe application with two workers, shared by the tests of a module."""
    server = start_for_module(PROBE, "--workers", "2")
    server.folder = start_for_module.folder
    return server


class Gate:
    """A place in the probe application where a request waits until the test lets it go on."""

    def __init__(self, folder, name):
        self.name = name
        self._entered = Path(folder, f"{name}.entered")
        self._open = Path(folder, f"{name}.open")

    def wait_entered(self, count=1):
        """Waits until `count` requests stand at the gate or have passed it."""
        wait_until(
            lambda: self._entered.exists() and self._entered.stat().st_size >= count,
            what=f"request {count} at gate {self.name}",
        )

    def open(self):
        self._open.touch()


@pytest.fixture
def gate(tmp_path):
    """Makes gates for the servers of `krait`."""
    return lambda name="gate": Gate(tmp_path, name)
