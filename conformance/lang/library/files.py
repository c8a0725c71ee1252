import os
import tempfile
from pathlib import Path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.txt"
        with open(path, "w", encoding="utf-8") as f:
            f.write("first\nsecond é\n")
            f.writelines(["third\n"])
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                print(number, line.rstrip())
        print(path.read_text(encoding="utf-8").count("\n"), path.name, path.suffix, path.exists())
        with path.open("ab") as b:
            b.write(b"\x00\xff")
        print(path.read_bytes()[-2:], os.path.getsize(path), path.stem)
    print(path.exists(), os.path.join("a", "b"), Path("a/b/../c").parts)
    try:
        open("/no/such/file")
    except FileNotFoundError as e:
        print(e, e.errno)


main()
