"""Reads paths of Python files, a line each, and answers each with a line of JSON: the SyntaxError
with which CPython refuses the file, or null. The file is run as `python FILE` would run it, as
what a file's decoder says is not what `compile` says of its bytes."""

import ctypes
import json
import sys
import warnings

FILE_INPUT = 257

libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
libc.fopen.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
run = ctypes.pythonapi.PyRun_FileExFlags
run.restype = ctypes.py_object
run.argtypes = [
    ctypes.c_void_p,
    ctypes.c_char_p,
    ctypes.c_int,
    ctypes.py_object,
    ctypes.py_object,
    ctypes.c_int,
    ctypes.c_void_p,
]


def answer(path):
    try:
        run(libc.fopen(path.encode(), b"rb"), path.encode(), FILE_INPUT, {}, {}, 1, None)
    except SyntaxError as error:
        return {
            "type": type(error).__name__,
            "message": error.msg,
            "line": error.lineno or 0,
            "column": error.offset or 0,
            "endLine": error.end_lineno or 0,
            "endColumn": error.end_offset or 0,
        }
    except Exception:  # it was compiled, and has begun to run
        return None
    return None


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(answer(line.rstrip("\n"))), flush=True)


main()
