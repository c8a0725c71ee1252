import os
import os.path
import tempfile
from pathlib import Path, PurePath, PurePosixPath

print(
    Path("a/b/../c").parts,
    Path("/usr//lib/./x"),
    Path(""),
    repr(Path(".")),
    Path("//a"),
    Path("///a"),
    Path("a") / "b" / "/c",
)
p = Path("/srv/files/file.tar.gz")
print(
    p.name,
    p.stem,
    p.suffix,
    p.suffixes,
    p.parent,
    p.root,
    p.anchor,
    p.drive == "",
    list(p.parents),
)
for name in ["foo.", ".bashrc", "a.b.", "..x", "x", ".a.b", "", "a..b", "é.ü"]:
    q = PurePosixPath(name)
    print(name, repr(q.stem), repr(q.suffix), q.suffixes, q.name)
print(
    p.with_name("x.py"),
    p.with_suffix(".txt"),
    p.with_suffix(""),
    p.with_stem("s"),
    p.relative_to("/home"),
    p.is_relative_to("/usr"),
)
for f in ["", "a/b", "."]:
    try:
        print(p.with_name(f))
    except ValueError as e:
        print(e)
try:
    p.with_suffix("txt")
except ValueError as e:
    print(e)
try:
    Path("/").with_name("x")
except ValueError as e:
    print(e)
try:
    p.relative_to("/usr")
except ValueError as e:
    print(e)
print(
    Path("a/b") == Path("a//b"),
    Path("a") < Path("b"),
    sorted([Path("b"), Path("a/c"), Path("a-b"), Path("a")]),
    hash(Path("a")) == hash(Path("a")),
)
print(
    "x" / Path("y"),
    Path("a").joinpath("b", Path("c")),
    Path("a", "b", "c"),
    p.is_absolute(),
    p.as_posix(),
    PurePath("a/b"),
)
print({Path("a"): 1}[Path("a")], f"{Path('q')!s:>5}", str(Path("a/b/")), os.fspath(Path("z")))
with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    (root / "sub" / "deep").mkdir(parents=True)
    (root / "sub").mkdir(exist_ok=True)
    print(
        (root / "a.txt").write_text("héllo\nworld\n", encoding="utf-8"),
        (root / "b.bin").write_bytes(b"\x00\xff"),
    )
    (root / "sub" / "c.txt").touch()
    (root / "sub" / "deep" / "d.txt").write_text("d")
    print((root / "a.txt").read_text(encoding="utf-8").splitlines(), (root / "b.bin").read_bytes())
    print(
        sorted([x.name for x in root.iterdir()]),
        sorted([str(x.relative_to(root)) for x in root.glob("*.txt")]),
    )
    print(
        sorted([str(x.relative_to(root)) for x in root.rglob("*.txt")]),
        sorted([x.name for x in root.glob("*/*")]),
    )
    print(
        sorted([x.name for x in root.glob("[ab].*")]),
        sorted([str(x.relative_to(root)) for x in root.glob("**/d*")]),
    )
    print(
        (root / "a.txt").stat().st_size,
        os.stat(root / "b.bin").st_size,
        os.path.getsize(str(root / "a.txt")),
    )
    for top, dirs, files in os.walk(folder):
        dirs.sort()
        print(os.path.relpath(top, folder), dirs, sorted(files))
    for top, dirs, files in os.walk(root, topdown=False):
        print(os.path.basename(top) != "", sorted(dirs), sorted(files))
    for bad in [root / "none", root / "sub"]:
        try:
            bad.read_text()
        except OSError as o:
            print(type(o).__name__, o.errno, o.strerror, str(o.filename) == str(bad))
    try:
        (root / "sub").mkdir()
    except FileExistsError as o:
        print(o.errno)
    try:
        (root / "sub").rmdir()
    except OSError as o:
        print(type(o).__name__, o.strerror)
    try:
        (root / "x" / "y").mkdir()
    except FileNotFoundError as o:
        print(o.strerror)
    (root / "gone").unlink(missing_ok=True)
    moved = (root / "a.txt").rename(root / "z.txt")
    print(moved.name, (root / "a.txt").exists(), moved.is_file(), root.is_dir())
    with (root / "z.txt").open(encoding="utf-8") as text:
        for line in text:
            print(repr(line))
    with open(root / "z.txt", "rb") as g:
        print(g.read())
    moved.unlink()
    print(
        os.path.exists(root),
        os.path.join(Path("a"), "b"),
        os.path.commonprefix(["abc", "abd"]),
        os.path.commonprefix([]),
    )
print(
    root.exists(),
    Path("~x").expanduser() == Path("~x") if False else "",
    os.path.relpath("/a/b", "/a/c"),
)
