"""Entry script of a worker process. The server runs it by its path with any Python.

It must be readable by Python 3.6, whose users are told what is wrong. Imported under another name
(multiprocessing does so in the children that it spawns) it only makes the `krait` package known.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)


def load_package():
    """Load `krait` from the folder of this file, without its parent folder on sys.path.

    The parent may be the site-packages of another interpreter, and its packages must not reach the
    application. The frozen halves of importlib are used because the interpreter has loaded them
    already.
    """
    if "krait" in sys.modules:
        return
    import _frozen_importlib as importer  # noqa: PLC0415
    import _frozen_importlib_external as files  # noqa: PLC0415

    init = os.path.join(PACKAGE, "__init__.py")
    spec = files.spec_from_file_location("krait", init, submodule_search_locations=[PACKAGE])
    package = importer.module_from_spec(spec)
    sys.modules["krait"] = package
    spec.loader.exec_module(package)


def main():
    if sys.version_info < (3, 10):  # noqa: UP036
        from too_old import refuse  # noqa: PLC0415

        return refuse()
    if sys.path and os.path.abspath(sys.path[0]) == HERE:
        del sys.path[0]
    load_package()
    from krait._worker import process  # noqa: PLC0415

    return process.main()


if __name__ == "__main__":
    sys.exit(main())
elif sys.version_info >= (3, 10):  # noqa: UP036
    load_package()
