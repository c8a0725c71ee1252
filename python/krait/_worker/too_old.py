"""Tells the server that this interpreter is too old; must run under Python 3.6."""

import marshal
import os
import socket
import struct
import sys


def _read(size):
    data = b""
    while len(data) < size:
        piece = os.read(0, size - len(data))
        if not piece:
            raise EOFError("the server closed the worker's standard input")
        data += piece
    return data


def refuse():
    """Answer CONFIG by FAILED. Returns the exit status."""
    (length,) = struct.unpack("<I", _read(4))
    settings = marshal.loads(_read(length))[0][1]
    hello = (1, 1, settings["token"], settings["process"], -1, os.getpid())
    text = (
        "Python {}.{}.{} ({}) is too old: Krait needs 3.10 or newer. "
        "Choose another interpreter with --python."
    ).format(*sys.version_info[:3], sys.executable)
    payload = marshal.dumps([hello, (11, "python", text)], 2)
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.connect(settings["control"])
    link.sendall(struct.pack("<I", len(payload)) + payload)
    link.close()
    return 3
