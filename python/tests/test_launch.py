"""The command of the wheel: what it runs, and where it keeps the AOT cache."""

import os
import stat
import sys
from pathlib import Path

import pytest

from krait import _launch


@pytest.fixture
def jars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed wheel with two jars."""
    folder = tmp_path / "site" / "krait" / "_jars"
    folder.mkdir(parents=True)
    (folder / "class-path").write_text("krait-cli.jar\nlibrary.jar\n")
    (folder / "version").write_text("1.2.3\n")
    (folder / "krait-cli.jar").write_bytes(b"jar")
    monkeypatch.setattr(_launch, "HERE", str(folder.parent))
    monkeypatch.setattr(_launch, "JARS", str(folder))
    return folder


@pytest.fixture
def java(tmp_path: Path) -> str:
    path = tmp_path / "java"
    path.touch()
    return str(path)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> "list[str]":
    """The caches that would be made in the background."""
    caches: list[str] = []

    def make(kind: str, cache: str, options: "list[str]") -> None:
        caches.append(cache)

    monkeypatch.setattr(_launch, "make_in_background", make)
    return caches


def test_options_name_package_interpreter_and_class_path_in_order(jars: Path, java: str) -> None:
    assert _launch.java_options(java, "serve") == [
        java,
        f"@{jars}/jvm.options",
        f"@{jars}/serve.options",
        f"-Dkrait.python.home={jars.parent.parent}",
        f"-Dkrait.python.executable={sys.executable}",
        "-cp",
        f"{jars}/krait-cli.jar{os.pathsep}{jars}/library.jar",
    ]


def test_first_start_has_the_cache_made_and_later_ones_use_it(
    jars: Path,
    java: str,
    started: "list[str]",
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KRAIT_AOT_CACHE", str(tmp_path / "caches"))
    options = _launch.java_options(java, "serve")
    assert _launch.with_aot_cache(options, "serve") == options
    (cache,) = started
    Path(cache).parent.mkdir()
    Path(cache).touch()
    assert _launch.with_aot_cache(options, "serve") == [java, f"-XX:AOTCache={cache}", *options[1:]]
    assert started == [cache]


def test_cache_can_be_switched_off(
    jars: Path, java: str, started: "list[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KRAIT_AOT_CACHE", "off")
    options = _launch.java_options(java, "serve")
    assert _launch.with_aot_cache(options, "serve") == options
    assert started == []


def test_other_java_or_other_jars_have_another_cache(jars: Path, java: str, tmp_path: Path) -> None:
    first = _launch.cache_key(java)
    assert first == _launch.cache_key(java)
    assert first.startswith("krait-1.2.3-")
    (jars / "krait-cli.jar").write_bytes(b"another jar")
    second = _launch.cache_key(java)
    other = tmp_path / "other-java"
    other.touch()
    assert len({first, second, _launch.cache_key(str(other))}) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="the rule of one platform")
def test_cache_lies_where_the_user_keeps_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRAIT_AOT_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "/srv/ada")
    assert _launch.cache_folder() == "/srv/ada/.cache/krait"
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache/ada")
    assert _launch.cache_folder() == "/var/cache/ada/krait"


def test_missing_runtime_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_launch, "java_runtime", lambda: "")
    with pytest.raises(SystemExit) as ended:
        _launch.main()
    assert ended.value.code == _launch.EXIT_UNAVAILABLE
    assert "pip install" in capsys.readouterr().err


def test_command_becomes_java_with_the_arguments_and_options_of_the_user(
    jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = tmp_path / "echo-java"
    echo.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    echo.chmod(echo.stat().st_mode | stat.S_IXUSR)
    commands: list[list[str]] = []
    monkeypatch.setattr(_launch, "java_runtime", lambda: str(echo))
    monkeypatch.setattr(_launch, "become", commands.append)
    monkeypatch.setattr(sys, "argv", ["krait", "version", "--long"])
    monkeypatch.setenv("KRAIT_JAVA_OPTIONS", "-Xmx1g -Da=b")
    _launch.main()
    assert commands == [
        [
            *_launch.java_options(str(echo), "serve"),
            "-Xmx1g",
            "-Da=b",
            "krait.cli.Main",
            "version",
            "--long",
        ]
    ]


@pytest.mark.parametrize(
    ("given", "passed"), [("C", "C.UTF-8"), ("POSIX", "C.UTF-8"), ("de_DE.UTF-8", "de_DE.UTF-8")]
)
def test_a_locale_that_knows_no_name_beyond_ascii_becomes_utf8(
    jars: Path, java: str, monkeypatch: pytest.MonkeyPatch, given: str, passed: str
) -> None:
    locales: list[str] = []
    monkeypatch.setattr(_launch, "java_runtime", lambda: java)
    monkeypatch.setattr(_launch, "become", lambda command: locales.append(os.environ["LC_ALL"]))
    monkeypatch.setattr(sys, "argv", ["krait", "version"])
    monkeypatch.setenv("LC_ALL", given)
    _launch.main()
    assert locales == [passed]
