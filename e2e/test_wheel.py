"""The wheel in an empty virtual environment, on a PATH that holds no Java and no Maven."""

import http.client
import re
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent
BUILD_TIMEOUT_S = 600
READY_TIMEOUT_S = 60
CACHE_TIMEOUT_S = 240

APPLICATION = """\
import sys

def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [sys.prefix.encode()]
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A virtual environment that holds the wheel and what it brings along, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [ROOT / "krait", "build"]
    wheel = subprocess.check_output(build, text=True, timeout=BUILD_TIMEOUT_S).split()[-1]
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    pip = [environment / "bin/python", "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    subprocess.run([*pip, wheel], check=True, timeout=BUILD_TIMEOUT_S)
    (folder / "home").mkdir()
    (folder / "site").mkdir()
    (folder / "site/hello.py").write_text(APPLICATION)
    return folder


def test_wheel_holds_the_package_and_every_jar_with_its_native_parts(installed):
    (package,) = installed.glob("environment/lib/python*/site-packages/krait")
    sources = ROOT / "python/krait"
    for source in sources.rglob("*.py"):
        assert (package / source.relative_to(sources)).read_bytes() == source.read_bytes()
    jars = package / "_jars"
    named = (jars / "class-path").read_text().split()
    assert sorted(named) == sorted(jar.name for jar in jars.glob("*.jar"))
    for options in (ROOT / "java/cli").glob("*.options"):
        assert (jars / options.name).read_bytes() == options.read_bytes()
    libraries = [name for jar in named for name in zipfile.ZipFile(jars / jar).namelist()]
    for transport in ("epoll", "io_uring"):
        for machine in ("x86_64", "aarch_64"):
            assert any(f"native_{transport}" in n and f"{machine}.so" in n for n in libraries)


class Served:
    """`krait serve hello` of the wheel, until the block ends."""

    def __init__(self, folder, **variables):
        self.folder = folder
        self.variables = {"PATH": str(folder / "nothing"), "HOME": str(folder / "home")}
        self.variables |= variables
        self.output = ""

    def __enter__(self):
        self.process = subprocess.Popen(
            [self.folder / "environment/bin/krait", "serve", "hello", "--port", "0"],
            cwd=self.folder / "site",
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        deadline = threading.Timer(READY_TIMEOUT_S, self.process.kill)
        deadline.start()
        for line in self.process.stdout:
            self.output += line
            if found := re.search(r"listening on http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                deadline.cancel()
                return self
        raise AssertionError(self.output)

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.status = self.process.wait(30)
        finally:
            self.process.kill()
        self.output += self.process.stdout.read()


def test_serves_with_the_interpreter_that_it_is_installed_in(installed):
    with Served(installed, KRAIT_AOT_CACHE="off") as served:
        assert served.get("/") == (200, str(installed / "environment"))
    assert served.status == 0


def test_first_start_makes_the_cache_in_the_background_and_the_next_one_uses_it(installed):
    caches = installed / "home/.cache/krait"
    with Served(installed) as served:
        assert served.get("/")[0] == 200
        wait_until(lambda: list(caches.glob("krait-*.aot")), CACHE_TIMEOUT_S)
    wait_until(lambda: len(list(caches.iterdir())) == 1, CACHE_TIMEOUT_S)
    (cache,) = caches.iterdir()
    made = identity(cache)
    # With this mode the JVM ends at once when the cache is of no use to it.
    with Served(installed, KRAIT_JAVA_OPTIONS="-XX:AOTMode=on") as served:
        assert served.get("/")[0] == 200
    assert identity(cache) == made
    assert list(caches.iterdir()) == [cache]


def identity(file):
    return file.stat().st_ino, file.stat().st_mtime_ns


def test_damaged_cache_is_no_news(installed):
    damaged = f"-XX:AOTCache={ROOT / 'krait'}"
    variables = {"KRAIT_AOT_CACHE": "off", "KRAIT_JAVA_OPTIONS": damaged}
    with Served(installed, **variables) as served:
        assert served.get("/")[0] == 200
    assert "aot" not in served.output.lower()
    assert "warning" not in served.output.lower()


def test_home_that_cannot_be_written_serves_all_the_same(installed):
    with Served(installed, HOME="/dev/null") as served:
        assert served.get("/")[0] == 200
    assert served.status == 0


def test_version_is_the_one_of_the_wheel(installed):
    (wheel,) = (ROOT / "dist").glob("krait-*.whl")
    krait = [installed / "environment/bin/krait", "version"]
    said = subprocess.check_output(krait, text=True, env={"PATH": ""}, timeout=READY_TIMEOUT_S)
    assert wheel.name.split("-")[1] in said.split()
