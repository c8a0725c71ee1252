"""The engines: what runs a program whole, and what calls it again and again in one process."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

from krait_dev.checkout import LOGS, Failure, clean_environment
from krait_dev.cpython314 import interpreter_from_maven
from krait_dev.environment import Interpreter, candidates, interpreters, make_venv, probe

from ..model import Unavailable
from ..running import ROOT
from ..servers import output
from .model import Commands, Engine, Program, Refused
from .running import TARGET, portable, reason

DRIVER = "bench/lang/drive.py"
REFERENCE = (3, 11)  # the CPython of the targets, whose output is the right one
_GO = "bench/go/lang"
_LOOPS_IN_JAVA = "bench/lang/loops/IntLoops.java"
_MYPYC = f"{TARGET}/mypyc"
_MYPYC_VENV = f"{_MYPYC}/.venv"
_MYPYC_REQUIREMENTS = "bench/requirements-lang.txt"


def find(wanted: Iterable[str]) -> tuple[list[Engine], dict[str, str]]:
    """The engines of this machine, the reference first, and why others are missing."""
    makers: dict[str, Callable[[], Engine]] = {
        "cpython-3.11": _reference,
        "krait": _krait,
        "go": _go,
        "java": _java,
        "mypyc": _mypyc,
        "pypy": _pypy,
        "cpython-newest": _newest,
    }
    names = list(wanted)
    unknown = [name for name in names if name not in makers]
    if unknown:
        raise ValueError(f"no engine is named {unknown[0]!r}; there are {', '.join(makers)}")
    found: list[Engine] = []
    missing: dict[str, str] = {}
    for name, make in makers.items():
        if names and name not in names and name != "cpython-3.11":
            continue
        try:
            found.append(make())
        except (Unavailable, Failure) as trouble:
            missing[name] = str(trouble)
    return found, missing


# Copies of the programs, each in a folder of its own beside the driver


def _folder(program: Program, kind: str) -> Path:
    folder = ROOT / TARGET / kind / program.name
    folder.mkdir(parents=True, exist_ok=True)
    replace(folder / "drive.py", (ROOT / DRIVER).read_text())
    return folder


def _copy(program: Program, kind: str, change: Callable[[str], str] = str) -> Path:
    folder = _folder(program, kind)
    replace(folder / "program.py", change((ROOT / program.file).read_text()))
    return folder


def replace(file: Path, text: str) -> None:
    """Writes what has changed: a file that stays keeps its date, and so what was made from it."""
    if not file.exists() or file.read_text() != text:
        file.write_text(text)


def _try(command: list[str], folder: Path = ROOT) -> None:
    """Raises Refused with the reason when the command fails."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean_environment({"MYPYC_OPT_LEVEL": "3"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise Refused(reason(done.stdout))


def postponed(source: str) -> str:
    """The program with annotations that nothing evaluates, for a Python older than 3.10."""
    body = ast.parse(source).body
    has_text = bool(body) and isinstance(body[0], ast.Expr)
    first = (body[0].end_lineno or 0) if has_text else 0
    lines = source.splitlines(keepends=True)
    return "".join([*lines[:first], "from __future__ import annotations\n", *lines[first:]])


def _local(path: Path) -> str:
    return str(path.relative_to(ROOT))


# CPython


def _interpreter(command: str | Path, name: str, title: str, judged: bool) -> Engine:
    def prepare(program: Program) -> Commands:
        folder = _copy(program, "python")
        return Commands((shown, program.file), (shown, _local(folder / "drive.py")))

    shown = _shown(Path(command))
    code = "import platform as p; print(p.python_version(), p.python_compiler(), sep=', ')"
    version = f"{output(shown, '-c', code, seconds=10)}, {portable(shown)}"
    return Engine(name, title, version, prepare, warms_up=False, judged=judged)


def _shown(path: Path) -> str:
    return _local(path) if ROOT in path.parents else str(path)


def reference_interpreter() -> Path:
    """CPython 3.11. The system's own first: it is built with a profile, others often are not, and
    are slower by a fifth."""
    for command in (Path("/usr/bin/python3.11"), *candidates()):
        seen = probe(command)
        if seen is not None and seen.version[:2] == REFERENCE and not seen.free_threaded:
            return _itself(seen)
    raise Unavailable("no CPython 3.11 was found, to which the targets refer")


def _itself(interpreter: Interpreter) -> Path:
    """The interpreter behind a script that chooses one, which would count as its start."""
    code = "import sys; print(sys.executable)"
    behind = probe(output(str(interpreter.command), "-c", code, seconds=30))
    return behind.command if behind == interpreter else interpreter.command


def _reference() -> Engine:
    return _interpreter(reference_interpreter(), "cpython-3.11", "CPython 3.11", judged=True)


def _newest() -> Engine:
    found = [each for each in (*interpreters(), interpreter_from_maven()) if each is not None]
    newest = max((each for each in found if not each.free_threaded), key=lambda e: e.version)
    if newest.version[:2] == REFERENCE:
        raise Unavailable("CPython 3.11 is the newest here")
    major, minor, _ = newest.version
    title = f"CPython {major}.{minor}"
    return _interpreter(newest.command, "cpython-newest", title, judged=False)


# Krait


def _krait() -> Engine:
    def prepare(program: Program) -> Commands:
        folder = _copy(program, "python")
        _try(["./krait", "check", program.file])
        run = ("./krait", "run")
        return Commands((*run, program.file), (*run, _local(folder / "drive.py")))

    version = (output("./krait", "version", seconds=1200).splitlines() or [""])[-1]
    return Engine("krait", "Krait", version, prepare, first_compiles=True)


# mypyc


def _mypyc() -> Engine:
    python = reference_interpreter()
    header = "import sysconfig; print(sysconfig.get_path('include'))"
    if not Path(output(str(python), "-c", header, seconds=10), "Python.h").exists():
        raise Unavailable(f"{python} has no Python.h: apt-get install python3-dev")
    if shutil.which("gcc") is None:
        raise Unavailable("gcc is not installed")
    venv = ROOT / _MYPYC_VENV
    mark, wanted = venv / "made-from", f"{python}\n{(ROOT / _MYPYC_REQUIREMENTS).read_text()}"
    if not mark.exists() or mark.read_text() != wanted:
        print(f"installing mypyc into {_MYPYC_VENV}", flush=True)
        make_venv(venv, [ROOT / _MYPYC_REQUIREMENTS], LOGS / "bench-mypyc.log", python)
        mark.write_text(wanted)

    def prepare(program: Program) -> Commands:
        folder = _folder(program, "mypyc")
        _compile_with_mypyc(folder, (ROOT / program.file).read_text(), wanted)
        code = f"import sys; sys.path.insert(0, {_local(folder)!r}); import program; program.main()"
        return Commands((str(python), "-c", code), (str(python), _local(folder / "drive.py")))

    title = output(f"{_MYPYC_VENV}/bin/mypy", "--version", seconds=60)
    compiler = output("gcc", "--version", seconds=10).splitlines()[0]
    version = f"{title}, -O3, {compiler}, CPython of {portable(str(python))}"
    return Engine("mypyc", "mypyc", version, prepare, warms_up=False)


def _compile_with_mypyc(folder: Path, source: str, made_by: str) -> None:
    """Leaves the extension module alone in the folder: its source beside it would not be used, but
    then nobody could be sure."""
    digest = hashlib.sha256((source + made_by).encode()).hexdigest()
    mark = folder / "made-from"
    if mark.exists() and mark.read_text() == digest and list(folder.glob("program.*.so")):
        return
    for stale in folder.glob("program.*"):
        stale.unlink()
    (folder / "program.py").write_text(source)
    try:
        _try([str(ROOT / _MYPYC_VENV / "bin" / "mypyc"), "program.py"], folder)
    finally:
        (folder / "program.py").unlink()
        shutil.rmtree(folder / "build", ignore_errors=True)
    mark.write_text(digest)


# PyPy


def _pypy() -> Engine:
    command = shutil.which("pypy3")
    if command is None:
        raise Unavailable("pypy3 is not installed")
    code = "import platform as p, sys; print(p.python_version(), *sys.pypy_version_info[:3])"
    words = output(command, "-c", code, seconds=30).split()
    old = tuple(int(number) for number in words[0].split(".")[:2]) < (3, 10)

    def prepare(program: Program) -> Commands:
        folder = _copy(program, "pypy", postponed if old else str)
        place = _local(folder)
        _try([command, "-m", "py_compile", f"{place}/program.py"])
        return Commands((command, f"{place}/program.py"), (command, f"{place}/drive.py"))

    note = ", annotations postponed (from __future__)" if old else ""
    version = f"{'.'.join(words[1:])}, Python {words[0]}{note}, {command}"
    return Engine("pypy", "PyPy", version, prepare, judged=False)


# Go and Java


def _go() -> Engine:
    version = output("go", "version", seconds=30)

    def prepare(program: Program) -> Commands:
        binary = ROOT / TARGET / "go" / program.name
        build = ["go", "build", "-o", str(binary), f"./lang/{program.name}"]
        _try(build, ROOT / "bench" / "go")
        return Commands((_local(binary),), (_local(binary),))

    def has(program: Program) -> bool:
        return not program.loop and (ROOT / _GO / program.name).is_dir()

    return Engine("go", "Go", version, prepare, has=has)


def _java() -> Engine:
    home = os.environ.get("JAVA_HOME")
    if home is None:
        raise Unavailable("JAVA_HOME is not set: use ./krait bench lang, which sets it")
    classes = f"{TARGET}/java"
    output(f"{home}/bin/javac", "-d", classes, _LOOPS_IN_JAVA)
    # Krait's own options, so that only the code differs.
    options = ("@java/cli/jvm.options", "@java/cli/run.options")

    def prepare(program: Program) -> Commands:
        run = (f"{home}/bin/java", *options, "-cp", classes, "IntLoops", program.name)
        return Commands(run, run)

    version = output(f"{home}/bin/java", "--version", seconds=30).splitlines()[1]
    return Engine("java", "Java", version, prepare, has=lambda program: program.loop)
