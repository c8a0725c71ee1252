"""Environments of examples, and the interpreters of the machine."""

import sys
from pathlib import Path

import pytest

from krait_dev import checkout, environment
from krait_dev.checkout import Failure

SETUP = """\
#!/bin/sh
echo "$VIRTUAL_ENV" >>runs
command -v python >>runs
"""


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "examples/site"
    folder.mkdir(parents=True)
    for module in (checkout, environment):
        monkeypatch.setattr(module, "ROOT", tmp_path)
        monkeypatch.setattr(module, "LOGS", tmp_path / "logs")
    monkeypatch.setattr(checkout, "TARGET", tmp_path / "target")
    return folder


def write_setup(example: Path, text: str) -> None:
    setup = example / "setup"
    setup.write_text(text)
    setup.chmod(0o755)


def test_example_gets_its_packages_and_runs_its_setup_once(example: Path) -> None:
    (example / "requirements.txt").write_text("# needs nothing\n")
    write_setup(example, SETUP)
    environment.prepare_example(example)
    wanted = [str(example / ".venv"), str(example / ".venv/bin/python")]
    assert (example / "runs").read_text().splitlines() == wanted
    environment.prepare_example(example)
    assert (example / "runs").read_text().splitlines() == wanted


def test_changed_requirements_make_the_environment_anew(example: Path) -> None:
    requirements = example / "requirements.txt"
    requirements.write_text("# needs nothing\n")
    environment.prepare_example(example)
    left_over = example / ".venv/left-over"
    left_over.touch()
    environment.prepare_example(example)
    assert left_over.exists()
    requirements.write_text("# still nothing\n")
    environment.prepare_example(example)
    assert not left_over.exists()
    assert (example / ".venv/krait-ready").exists()


def test_setup_that_fails_is_told_and_runs_again(example: Path) -> None:
    write_setup(example, "#!/bin/sh\nexit 3\n")
    with pytest.raises(Failure, match=r"examples/site/setup failed with exit status 3"):
        environment.prepare_example(example)
    write_setup(example, SETUP)
    environment.prepare_example(example)
    assert (example / "runs").exists()


def test_packages_that_cannot_be_installed_are_told_with_the_end_of_the_log(example: Path) -> None:
    (example / "requirements.txt").write_text("./no-such-package\n")
    with pytest.raises(Failure, match="no-such-package"):
        environment.prepare_example(example)


def test_interpreter_is_known_by_its_version() -> None:
    found = environment.probe(sys.executable)
    assert found is not None
    assert found.version == sys.version_info[:3]


def test_what_is_no_interpreter_is_left_out(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\necho cpython 3 9 18 0\n")
    old.chmod(0o755)
    assert environment.probe(old) is None
    old.write_text("#!/bin/sh\necho cpython 3 10 0 0\n")
    assert environment.probe(old) is not None
    assert environment.probe(tmp_path / "missing") is None
    assert environment.probe("/bin/true") is None
