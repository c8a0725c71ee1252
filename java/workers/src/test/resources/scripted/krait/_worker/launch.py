"""A worker that loads nothing: it plays the part that the setting `module` names.

The tests of the supervisor use it for what a sound worker never does.
"""

import marshal
import os
import signal
import socket
import struct
import sys
import threading

READY, FAILED, LOG, STACKS = 10, 11, 12, 13
STOP, CANCEL, DUMP = 30, 31, 32


def exactly(read, size):
    data = b""
    while len(data) < size:
        piece = read(size - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


def receive(read):
    (size,) = struct.unpack("<I", exactly(read, 4))
    return marshal.loads(exactly(read, size))


def lifeline():
    while os.read(0, 1):
        pass
    os._exit(9)


class Control:
    def __init__(self, settings, token):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(settings["control"])
        self.send((1, settings["version"], token, settings["process"], -1, os.getpid()))

    def send(self, *messages):
        payload = marshal.dumps(list(messages), 2)
        self.socket.sendall(struct.pack("<I", len(payload)) + payload)

    def ready(self):
        info = {"interface": "wsgi", "python": "3.x", "application": "a:b", "pid": os.getpid()}
        self.send((READY, info))

    def obey(self):
        while True:
            for message in receive(self.socket.recv):
                if message[0] == STOP:
                    sys.exit(0)
                if message[0] == CANCEL:
                    self.send((LOG, "warning", f"cancelled {message[1:]}", "request-7"))
                if message[0] == DUMP:
                    self.send((STACKS, "thread 1: obey"))


def prints():
    print("to standard output", flush=True)
    sys.stderr.write("WARNING:app:to standard error\n")
    sys.stderr.flush()
    os.write(1, b"junk \x00\xff\x1b[2J here\n")
    os.write(1, b"no end of line")


def floods(folder):
    line = b"x" * 99 + b"\n"
    for _ in range(2_000):
        os.write(1, line * 50)
    with open(os.path.join(folder, "flooded"), "w"):
        pass


def main():
    (_, settings), = receive(lambda size: os.read(0, size))
    threading.Thread(target=lifeline, daemon=True).start()
    part = settings["module"]
    if part == "dies":
        print("about to die", file=sys.stderr, flush=True)
        os._exit(7)
    if part == "stranger":
        control = Control(settings, "0" * 32)
        control.obey()
    control = Control(settings, settings["token"])
    if part == "cannot_load":
        control.send((FAILED, "import", "Traceback\nZeroDivisionError: division by zero\n"))
        sys.exit(3)
    if part == "garbage":
        control.socket.sendall(struct.pack("<I", 5) + b"?????")
        signal.pause()
    if part == "slow":
        print("waiting for the database", flush=True)
        control.obey()
    control.ready()
    if part == "prints":
        prints()
    if part == "floods":
        floods(settings["chdir"])
    if part == "deaf":
        signal.pause()
    control.obey()


try:
    main()
except EOFError:
    sys.exit(4)
