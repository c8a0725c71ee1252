"""What a build brings to where the launcher runs it."""

import os
from pathlib import Path

import pytest

from krait_dev import runtime


def test_class_path_begins_with_the_rooms_and_never_depends_on_the_folder() -> None:
    jars = ["b-1.jar", "krait-base-1.jar", "a-1.jar", "krait-cli-1.jar", "krait-http-1.jar"]
    wanted = ["krait-cli-1.jar", "krait-http-1.jar", "krait-base-1.jar", "a-1.jar", "b-1.jar"]
    assert runtime.ordered(jars) == wanted
    assert runtime.ordered(jars[::-1]) == wanted


def test_equal_jar_is_left_alone_and_a_different_one_is_a_new_file(tmp_path: Path) -> None:
    source, destination = tmp_path / "source.jar", tmp_path / "destination.jar"
    source.write_bytes(b"one")
    assert runtime.replace_if_different(source, destination)
    first = destination.stat().st_ino
    assert not runtime.replace_if_different(source, destination)
    with destination.open("rb") as opened_by_a_server:
        source.write_bytes(b"two")
        assert runtime.replace_if_different(source, destination)
        assert destination.stat().st_ino != first
        assert opened_by_a_server.read() == b"one"


def test_changed_and_deleted_sources_make_the_build_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "java/base/src/main/java"
    room.mkdir(parents=True)
    source, deleted, stamp = room / "A.java", room / "B.java", tmp_path / "stamp"
    for file in (source, deleted, stamp, tmp_path / "pom.xml"):
        file.touch()
    (tmp_path / "java/cli").mkdir()
    (tmp_path / "java/cli/jvm.options").touch()
    monkeypatch.setattr(runtime, "ROOT", tmp_path)
    monkeypatch.setattr(runtime, "STAMP", stamp)

    def settle() -> None:
        newest = max(path.stat().st_mtime_ns for path in tmp_path.rglob("*"))
        os.utime(stamp, ns=(newest + 1_000_000, newest + 1_000_000))

    settle()
    assert not runtime.is_out_of_date()
    later = stamp.stat().st_mtime_ns + 1_000_000
    os.utime(source, ns=(later, later))
    assert runtime.is_out_of_date()
    settle()
    deleted.unlink()
    os.utime(room, ns=(stamp.stat().st_mtime_ns + 1_000_000,) * 2)
    assert runtime.is_out_of_date()
    stamp.unlink()
    assert runtime.is_out_of_date()
