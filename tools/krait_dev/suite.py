"""`krait test`: every test of the project, and one closing line with the counts."""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from krait_dev import environment, report, runtime, wheel
from krait_dev.checkout import (
    CACHE,
    LOGS,
    PIP,
    PYTHON,
    ROOT,
    TARGET,
    Command,
    Failure,
    clean_environment,
    errors_of,
    locked,
    maven,
    maven_environment,
    run,
    tail,
)
from krait_dev.cpython314 import interpreter_from_maven
from krait_dev.report import Counts

GROUPS = ("java", "python", "e2e")
REPORTS = TARGET / "reports"
STEP_TIMEOUT_S = 900.0
PYTEST_COLLECTED_NOTHING = 5
COLOURLESS = "-Dstyle.color=never"
# Not by PYTHONPATH: the workers that tests start would find it in their environment.
PYTEST = "import sys; sys.path[0] = sys.argv.pop(1); import pytest; sys.exit(pytest.main())"
BESIDES = ("e2e", "bench", "examples")


@dataclass
class Suite:
    """Runs steps one after the other, goes on after failures, and adds up."""

    selection: str
    total: Counts = field(default_factory=Counts)

    def step(
        self,
        name: str,
        work: Callable[[Path], Counts],
        excerpt: Callable[[Path], str] = tail,
    ) -> bool:
        """Runs one step with a log of its own; True when nothing in it failed."""
        log = LOGS / f"test-{name.replace(' ', '-')}.log"
        print(f"{name:<24}", end="", flush=True)
        began = time.monotonic()
        try:
            counts, told = work(log), ""
        except Failure as failure:
            counts, told = Counts(failed=1), str(failure)
        print(f"{counts}  ({time.monotonic() - began:.0f} s)", flush=True)
        if counts.failed:
            print(told or excerpt(log))
            print(f"    the whole log: {log}", flush=True)
        self.total += counts
        return not counts.failed

    def command(
        self,
        name: str,
        command: Command,
        variables: Mapping[str, str] | None = None,
        folder: Path = ROOT,
        excerpt: Callable[[Path], str] = tail,
    ) -> bool:
        """A check that passes or fails as a whole."""

        def work(log: Path) -> Counts:
            status = run(command, log, variables, folder, STEP_TIMEOUT_S)
            return Counts(passed=1) if status == 0 else Counts(failed=1)

        return self.step(name, work, excerpt)

    def pytest(self, name: str, python: Path, folder: Path, site: Path | None = None) -> bool:
        """Runs the tests of a folder, with pytest from `site` where the interpreter has none."""

        def work(log: Path) -> Counts:
            result = REPORTS / f"{log.stem}.xml"
            result.unlink(missing_ok=True)
            command: list[str | Path] = [python, "-c", PYTEST, str(site or PYTHON), "-q", folder]
            command += [f"--junitxml={result}", "-p", "no:cacheprovider"]
            if self.selection:
                command += ["-k", self.selection]
            variables = clean_environment({"PYTHONDONTWRITEBYTECODE": "1"})
            status = run(command, log, variables, timeout_s=STEP_TIMEOUT_S)
            if status == PYTEST_COLLECTED_NOTHING and self.selection:
                return Counts()
            return report.settled(report.read([result]), status)

        return self.step(name, work)


def command(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="krait test", description="Runs the project's own tests.")
    parser.add_argument("group", nargs="*", choices=[*GROUPS, []], help="default: all")
    parser.add_argument("-k", default="", metavar="NAME", help="only tests whose name matches")
    options = parser.parse_args(arguments)
    groups = options.group or GROUPS
    began = time.monotonic()
    suite = Suite(options.k)
    if "java" in groups:
        java(suite)
    if "python" in groups:
        python(suite)
    if "e2e" in groups:
        end_to_end(suite)
    print(f"logs: {LOGS}   time: {time.monotonic() - began:.0f} s")
    print(suite.total, flush=True)
    return 1 if suite.total.failed else 0


def java(suite: Suite) -> None:
    """All rooms: compiler warnings, unit tests, tidy, format. Also makes what end to end runs."""
    interpreter_from_maven()  # the parser's tests look for it in the checkout

    def work(log: Path) -> Counts:
        for stale in ROOT.glob("java/*/target/surefire-reports"):
            shutil.rmtree(stale)
        goal = [maven(), "-B", "-T2", "verify", "--fail-at-end", COLOURLESS]
        goal += ["-Dmaven.test.failure.ignore=true"]
        if suite.selection:
            goal += [f"-Dtest=*{suite.selection}*", "-Dsurefire.failIfNoSpecifiedTests=false"]
        began = time.time()
        with locked("build of Krait"):
            status = run(goal, log, maven_environment(), timeout_s=STEP_TIMEOUT_S)
            if status == 0:
                runtime.install(began)
        counts = report.read(ROOT.glob("java/*/target/surefire-reports/TEST-*.xml"))
        return report.settled(counts, status)

    suite.step("java", work, errors_of)
    formatted = [maven(), "-q", "-B", "spotless:check", "--fail-at-end", COLOURLESS]
    suite.command("java format", formatted, maven_environment(), excerpt=errors_of)


def python(suite: Suite) -> None:
    """Lint and types once, then the unit tests in every CPython of the machine."""
    development = prepare(suite)
    if development is None:
        return
    ruff, linted = development.parent / "ruff", existing("python", "tools", *BESIDES)
    suite.command("ruff check", [ruff, "check", *linted])
    suite.command("ruff format", [ruff, "format", "--check", *linted])
    mypy: Command = [development, "-m", "mypy"]
    suite.command("mypy python", [*mypy, "--config-file", "pyproject.toml"], folder=PYTHON)
    suite.command("mypy tools", [*mypy, *existing("tools/krait_dev", "bench")])
    suite.pytest("tools", development, ROOT / "tools/tests")
    suite.pytest("bench", development, ROOT / "bench/tests")
    suite.pytest("examples", development, ROOT / "examples")
    site = pytest_everywhere(development)
    found = environment.interpreters()
    newest = interpreter_from_maven()
    if newest is not None and newest.name not in {each.name for each in found}:
        found.append(newest)
    for interpreter in found:
        suite.pytest(
            f"python {interpreter.name}",
            interpreter.command,
            PYTHON / "tests",
            site,
        )


def existing(*names: str) -> list[Path]:
    """Those of the checkout's folders that it has."""
    return [place for name in names if (place := ROOT / name).exists()]


def end_to_end(suite: Suite) -> None:
    """The server as users start it: real clients, real frameworks, and the wheel."""
    development = prepare(suite)
    if development is None:
        return

    def build(log: Path) -> Counts:
        runtime.ensure()
        return Counts(passed=1) if wheel.build().exists() else Counts(failed=1)

    if suite.step("wheel", build) and (ROOT / "e2e").exists():
        suite.pytest("end to end", development, ROOT / "e2e")


def prepare(suite: Suite) -> Path | None:
    """The checkout's own virtual environment, or a failed step."""
    try:
        return environment.ensure_development()
    except Failure as failure:
        suite.total += Counts(failed=1)
        print(f"{failure}", flush=True)
        return None


def pytest_everywhere(development: Path) -> Path:
    """A folder with pytest for interpreters that lack it: it is pure Python, so one serves all."""
    requirements = PYTHON / "requirements-pytest.txt"
    wanted = environment.digest(requirements.read_bytes())
    folder = CACHE / "pytest"
    stamp = folder / "krait-ready"
    if not (stamp.exists() and stamp.read_text() == wanted):
        shutil.rmtree(folder, ignore_errors=True)
        pip: Command = [development, *PIP, "--no-deps"]
        log = LOGS / "pytest-install.log"
        if run([*pip, "--target", folder, "-r", requirements], log) != 0:
            raise Failure(f"pip could not install pytest:\n{tail(log)}\nThe whole log: {log}")
        stamp.write_text(wanted)
    return folder
