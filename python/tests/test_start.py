"""Starting a worker with interpreters that are too old, and the cost of importing krait."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from server import LAUNCH, Server

OLD = """#!{python}
import runpy, sys
sys.version_info = (3, 7, 17, "final", 0)
sys.path[0] = {folder!r}
sys.argv = sys.argv[1:]
runpy.run_path({launch!r}, run_name="__main__")
"""


def old_pythons(folder: Path) -> list[str]:
    """An interpreter that claims to be old, and those that are."""
    claims = folder / "python3.7"
    claims.write_text(
        OLD.format(python=sys.executable, folder=str(LAUNCH.parent), launch=str(LAUNCH))
    )
    claims.chmod(0o755)
    found = [str(claims)]
    for minor in range(6, 10):
        path = shutil.which(f"python3.{minor}")
        if path is None:
            continue
        script = f"import sys; sys.exit(sys.version_info[:2] != (3, {minor}))"
        if not subprocess.run([path, "-c", script], capture_output=True, check=False).returncode:
            found.append(path)
    return found


def test_an_old_interpreter_is_told_apart(tmp_path: Path) -> None:
    for python in old_pythons(tmp_path):
        with Server("app = None", python=python) as server:
            kind, failure, text = server.outcome
            assert (kind, failure) == (11, "python")
            assert text.startswith("Python 3.")
            assert "is too old: Krait needs 3.10 or newer" in text
            assert server.finish() == (3, "", "")


@pytest.mark.parametrize("file", ["launch.py", "too_old.py"])
def test_what_old_interpreters_read_parses_under_3_6(file: str) -> None:
    ast.parse((LAUNCH.parent / file).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_importing_krait_loads_nothing_else() -> None:
    script = "import sys; before = set(sys.modules); import krait; print(set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=LAUNCH.parents[2],
        env={**os.environ, "PYTHONPATH": str(LAUNCH.parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "{'krait'}\n"


def test_the_application_gets_the_same_krait_as_the_worker() -> None:
    source = """
import krait
def app(environ, start_response):
    start_response("200 OK", [])
    return [f"{krait.__file__} {krait.__version__} {krait.RequestTimeout.__mro__}".encode()]
"""
    with Server(source) as server:
        file, version, bases = server.get()[2].decode().split(" ", 2)
        assert Path(file) == LAUNCH.parents[1] / "__init__.py"
        assert version == "0.1.0"
        assert "Exception'" not in bases.replace("BaseException'", "")
