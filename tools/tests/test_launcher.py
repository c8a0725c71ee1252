"""The `krait` script, in a checkout of its own with programs that tell how they were called."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

KRAIT = Path(__file__).resolve().parents[2] / "krait"

# Java that prints its home and arguments, one a line.
JAVA = '#!/bin/sh\nprintf "%s\\n" "${0%/bin/java}" "$@"\n'

# The tools of the checkout, told apart by their first argument.
TOOLS = """\
import os, pathlib, sys
print("tools", *sys.argv[1:], os.environ["JAVA_HOME"])
if sys.argv[1] == "compile":
    root = pathlib.Path(__file__).resolve().parents[2]
    (root / "target/krait").mkdir(parents=True, exist_ok=True)
    (root / "target/krait/class-path").write_text("a.jar\\nb.jar\\n")
    (root / "target/krait/stamp").touch()
if sys.argv[1] == "example":
    ready = pathlib.Path(sys.argv[2], ".venv/krait-ready")
    ready.parent.mkdir(exist_ok=True)
    ready.touch()
"""


@dataclass
class Checkout:
    root: Path
    variables: dict[str, str]

    def krait(self, *arguments: str, program: Path | None = None) -> list[str]:
        return self.run(*arguments, program=program).stdout.splitlines()

    def run(
        self, *arguments: str, program: Path | None = None
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program or self.root / "krait", *arguments],
            env=self.variables,
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )


def jdk(home: Path, version: str, compiler: bool = True) -> Path:
    (home / "bin").mkdir(parents=True)
    (home / "release").write_text(f'IMPLEMENTOR="A"\nJAVA_VERSION="{version}"\nOS_ARCH="x"\n')
    for name in ("java", "javac") if compiler else ("java",):
        program = home / "bin" / name
        program.write_text(JAVA)
        program.chmod(0o755)
    return home


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    root = tmp_path / "a checkout"
    for folder in ("java/cli/src/main/java", "tools/krait_dev", "examples/site"):
        (root / folder).mkdir(parents=True)
    (root / "tools/krait_dev/__init__.py").touch()
    (root / "tools/krait_dev/__main__.py").write_text(TOOLS)
    options = [f"java/cli/{kind}.options" for kind in ("jvm", "serve", "run")]
    for file in ("pom.xml", "java/cli/pom.xml", *options, "java/cli/src/main/A.java"):
        (root / file).touch()
    shutil.copy(KRAIT, root / "krait")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python3").symlink_to(sys.executable)
    variables = {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "HOME": str(tmp_path)}
    variables["JAVA_HOME"] = str(jdk(tmp_path / "jdk-25", "25.0.1"))
    return Checkout(root, variables)


def age(path: Path, seconds: int) -> None:
    now = path.stat().st_mtime
    os.utime(path, (now + seconds, now + seconds))


def test_first_start_builds_and_the_next_one_does_not(checkout: Checkout) -> None:
    root, home = checkout.root, checkout.variables["JAVA_HOME"]
    java = [
        home,
        f"@{root}/java/cli/jvm.options",
        f"@{root}/java/cli/serve.options",
        f"-Dkrait.python.home={root}/python",
        "-cp",
        f"{root}/target/krait/lib/a.jar:{root}/target/krait/lib/b.jar",
        "krait.cli.Main",
        "serve",
        "an app",
    ]
    assert checkout.krait("serve", "an app") == [f"tools compile {home}", *java]
    assert checkout.krait("serve", "an app") == java


@pytest.mark.parametrize("changed", ["java/cli/src/main/A.java", "pom.xml", "java/cli/src/main"])
def test_start_after_a_change_builds(checkout: Checkout, changed: str) -> None:
    checkout.krait("version")
    age(checkout.root / changed, 60)
    assert checkout.krait("version")[0].startswith("tools compile")


def test_aot_cache_and_options_of_the_user_come_after_those_of_the_file(checkout: Checkout) -> None:
    checkout.krait("version")
    (checkout.root / "target/krait/serve.aot").touch()
    checkout.variables["KRAIT_JAVA_OPTIONS"] = "-Xmx1g -Da=b"
    assert checkout.krait("version")[3:6] == [
        f"-XX:AOTCache={checkout.root}/target/krait/serve.aot",
        "-Xmx1g",
        "-Da=b",
    ]


def test_old_java_home_gives_way_to_java_on_the_path(checkout: Checkout, tmp_path: Path) -> None:
    newer = jdk(tmp_path / "elsewhere", "26-ea")
    (tmp_path / "bin/java").symlink_to(newer / "bin/java")
    checkout.variables["JAVA_HOME"] = str(jdk(tmp_path / "jdk-17", "17.0.15"))
    assert checkout.krait("version")[0] == f"tools compile {newer}"


def test_jdk_is_found_in_the_usual_folders(checkout: Checkout, tmp_path: Path) -> None:
    del checkout.variables["JAVA_HOME"]
    jdk(tmp_path / ".sdkman/candidates/java/25-tem", "25.0.2")
    found = checkout.krait("version")[0].removeprefix("tools compile ")
    assert Path(found, "bin/javac").exists()


def test_java_without_compiler_serves_what_is_built_and_builds_nothing(
    checkout: Checkout, tmp_path: Path
) -> None:
    built_with = checkout.variables["JAVA_HOME"]
    checkout.krait("version")
    (checkout.root / "target/krait/java-home").write_text(f"{built_with}\n")
    runtime = jdk(tmp_path / "jre", "25.0.1", compiler=False)
    checkout.variables["JAVA_HOME"] = str(runtime)
    assert checkout.krait("version")[0] == str(runtime)
    age(checkout.root / "pom.xml", 60)
    assert checkout.krait("version")[0] == f"tools compile {built_with}"


def test_no_jdk_is_told_with_its_remedy(checkout: Checkout, tmp_path: Path) -> None:
    script = checkout.root / "krait"
    text = script.read_text()
    for folder in ("/usr/lib/jvm", "/usr/java", "/opt", "/Library", "/usr/local/opt"):
        text = text.replace(f" {folder}/", f" {tmp_path}/nowhere/")
    script.write_text(text)
    shutil.rmtree(tmp_path / "jdk-25")
    (tmp_path / "bin/java").symlink_to(jdk(tmp_path / "old", "17.0.15") / "bin/java")
    ended = checkout.run("serve", "app.py")
    assert (ended.returncode, ended.stdout) == (69, "")
    assert ended.stderr.startswith("krait: no JDK 25 or newer was found")
    assert "Install one" in ended.stderr


def test_launcher_works_through_a_link(checkout: Checkout, tmp_path: Path) -> None:
    link = tmp_path / "bin/krait"
    link.symlink_to(checkout.root / "krait")
    assert f"@{checkout.root}/java/cli/jvm.options" in checkout.krait("version", program=link)


def test_no_python_is_told_with_its_remedy(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "bin/python3").unlink()
    for name in ("readlink", "find"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    checkout.variables["PATH"] = str(tmp_path / "bin")
    ended = checkout.run("version")
    assert ended.returncode == 69
    assert ended.stderr.startswith("krait: no Python 3.10 or newer")
    assert "install" in ended.stderr


def test_example_is_prepared_once_and_again_when_it_changes(checkout: Checkout) -> None:
    example = checkout.root / "examples/site"
    (example / "requirements.txt").write_text("Flask==3\n")
    checkout.krait("version")
    prepared = f"tools example {example} {checkout.variables['JAVA_HOME']}"
    assert checkout.krait("serve", "examples/site", "--port", "0")[0] == prepared
    assert checkout.krait("serve", "examples/site")[0] != prepared
    age(example / "requirements.txt", 60)
    assert checkout.krait("check", "examples/site/app.py:app")[0] == prepared
    (example / "setup").touch()
    age(example / "setup", 60)
    assert checkout.krait("serve", "examples/site")[0] == prepared


def test_folders_elsewhere_and_chosen_interpreters_are_left_alone(
    checkout: Checkout, tmp_path: Path
) -> None:
    for folder in (checkout.root / "examples/site", tmp_path):
        (folder / "requirements.txt").touch()
    checkout.krait("version")
    home = checkout.variables["JAVA_HOME"]
    assert checkout.krait("serve", str(tmp_path))[0] == home
    assert checkout.krait("serve", "examples/site", "--python", "python3")[0] == home
    assert checkout.krait("version", "examples/site")[0] == home


def test_signals_reach_java_itself(checkout: Checkout) -> None:
    checkout.krait("version")
    java = Path(checkout.variables["JAVA_HOME"], "bin/java")
    java.write_text('#!/bin/sh\necho "$$"\n')
    with subprocess.Popen(
        [checkout.root / "krait", "version"],
        env=checkout.variables,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert int(process.stdout.read()) == process.pid
